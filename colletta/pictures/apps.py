"""Django's name for this room."""

from django.apps import AppConfig


class PicturesConfig(AppConfig):
    name = "colletta.pictures"

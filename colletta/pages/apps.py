"""Django's name for this room."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "colletta.pages"

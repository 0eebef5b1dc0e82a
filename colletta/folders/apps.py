"""Django's name for this room."""

from django.apps import AppConfig


class FoldersConfig(AppConfig):
    name = "colletta.folders"

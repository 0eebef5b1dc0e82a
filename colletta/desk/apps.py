"""Django's name for this room."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "colletta.desk"

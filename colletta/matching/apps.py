"""Django's name for this room."""

from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "colletta.matching"

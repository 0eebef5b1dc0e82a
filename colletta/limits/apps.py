"""Django's name for this room."""

from django.apps import AppConfig


class LimitsConfig(AppConfig):
    name = "colletta.limits"

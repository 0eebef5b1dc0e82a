"""Django's name for this room."""

from django.apps import AppConfig


class PledgesConfig(AppConfig):
    name = "colletta.pledges"

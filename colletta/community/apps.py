"""Django's name for this room."""

from django.apps import AppConfig


class CommunityConfig(AppConfig):
    name = "colletta.community"

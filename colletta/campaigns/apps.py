"""Django's name for this room."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "colletta.campaigns"

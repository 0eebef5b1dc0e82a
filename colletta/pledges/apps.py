"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PledgesConfig(AppConfig):
    name = "colletta.pledges"

    def ready(self) -> None:
        """Find who answers what a gift does."""
        autodiscover_modules("effects")

"""Django's name for this room."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PaymentsConfig(AppConfig):
    name = "colletta.payments"

    def ready(self) -> None:
        """Find the purposes and the rooms that implement them."""
        autodiscover_modules("purposes", "purpose", "providers.registry")

"""The ledger app: at start-up it collects the invariants that every app declares."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class LedgerConfig(AppConfig):
    name = "colletta.ledger"
    label = "ledger"
    verbose_name = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        autodiscover_modules("invariants")

"""The history app: at start-up it meets everybody who reacts to facts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class HistoryConfig(AppConfig):
    name = "colletta.history"
    label = "history"
    verbose_name = "history"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        autodiscover_modules("reactions")

"""What was written for later appears."""

from datetime import datetime

from django.db import transaction

from colletta.community.models import TALKED_ABOUT, Update
from colletta.history.actions.record import record


def publish_updates(*, at: datetime) -> int:
    """Every update whose time has come stands on its campaign's page, each once.

    One of a campaign that was stopped meanwhile waits. Returns how many appeared.
    """
    waiting = Update.objects.filter(told_at=None, hidden_at=None, published_at__lte=at)
    due = waiting.filter(campaign__state__in=TALKED_ABOUT).order_by("published_at", "pk")
    return sum(_publish(number, at) for number in due.values_list("pk", flat=True))


@transaction.atomic
def _publish(number: int, at: datetime) -> bool:
    waiting = Update.objects.select_for_update().filter(pk=number, told_at=None)
    update = waiting.first()
    if update is None:
        return False
    update.told_at = at
    update.save(update_fields=["told_at"])
    record("update.published", about=str(update), details={"campaign": update.campaign_id})
    return True

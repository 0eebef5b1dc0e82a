"""Bring one fact to one subscriber."""

import logging

from django.db import transaction
from django.db.models import F

from colletta.history.clock import Now
from colletta.history.models import Delivery
from colletta.history.patience import pause_after
from colletta.history.subscriptions import reaction_named

logger = logging.getLogger(__name__)

LONGEST_ERROR = 500  # characters kept of what went wrong


def deliver(*, delivery_id: int) -> bool:
    """Run the reaction of one pending delivery and mark it done in the same transaction.

    True when it was done now; False when it is not due, already done, or in another worker's
    hands. A reaction that fails is rolled back, its error is written down and it is tried again
    after a longer and longer pause (history/patience.py).
    """
    try:
        with transaction.atomic():
            return _react(delivery_id)
    except Exception as error:
        logger.exception("delivery %s failed", delivery_id)
        _note_failure(delivery_id, error)
        return False


def _react(delivery_id: int) -> bool:
    due = Delivery.objects.filter(
        pk=delivery_id, done_at__isnull=True, next_attempt_at__lte=Now()
    ).select_related("fact")
    # Whoever holds the row works on it: a second worker passes by instead of waiting.
    delivery = due.select_for_update(skip_locked=True, of=("self",)).first()
    if delivery is None:
        return False
    reaction_named(delivery.subscriber)(delivery.fact)
    Delivery.objects.filter(pk=delivery_id).update(done_at=Now(), last_error="")
    return True


def _note_failure(delivery_id: int, error: Exception) -> None:
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update().filter(pk=delivery_id, done_at=None).first()
        if delivery is None:
            return
        Delivery.objects.filter(pk=delivery_id).update(
            attempts=F("attempts") + 1,
            last_error=f"{type(error).__name__}: {error}"[:LONGEST_ERROR],
            next_attempt_at=Now() + pause_after(delivery.attempts + 1),
        )

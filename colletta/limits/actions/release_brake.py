"""Guests may give again without proving their mailbox."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.limits.models import Brake


class BrakeIsOff(Exception):
    """Somebody released it before."""


@transaction.atomic
def release_brake(*, brake_id: int, at: datetime, by: str = "", reason: str = "") -> Brake:
    """The brake is off; who released it and why is kept. Without `by` it was a quiet hour.

    Raises BrakeIsOff.
    """
    brake = Brake.objects.select_for_update().get(pk=brake_id)
    if brake.released_at is not None:
        raise BrakeIsOff(str(brake))
    brake.released_at = at
    brake.released_by = by
    brake.reason = reason
    brake.save(update_fields=["released_at", "released_by", "reason"])
    record("brake.released", about=str(brake), by=by or None, at=at)
    return brake

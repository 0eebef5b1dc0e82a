"""Stop all movement of money."""

from datetime import datetime

from django.db import connection, transaction

from colletta.history.actions.record import record
from colletta.ledger.models import Freeze


@transaction.atomic
def freeze(*, reason: str, by: str | None = None) -> bool:
    """From the commit on, no posting is taken; movements under way are waited for.

    True when this call froze money, False when it was frozen already (the first reason stays).
    `by` is an opaque reference, by default the house itself.
    """
    # The row is locked before the time is taken: whatever was booked before is older than it.
    switch = Freeze.objects.select_for_update().get()
    if switch.frozen_at is not None:
        return False
    switch.frozen_at = _this_instant()
    switch.reason = reason
    switch.by = by or ""
    switch.save(update_fields=["frozen_at", "reason", "by"])
    record("money.frozen", about="ledger:money", by=by, details={"reason": reason})
    return True


def _this_instant() -> datetime:
    """The clock that stamps postings, which tests do not move."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        row: tuple[datetime] = cursor.fetchone()
    return row[0]

"""Let money move again."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.ledger.models import Freeze


@transaction.atomic
def thaw(*, reason: str, by: str | None = None) -> bool:
    """From the commit on, postings are taken again. True when money was frozen until now.

    `reason` says what was found and repaired; `by` is an opaque reference.
    """
    switch = Freeze.objects.select_for_update().get()
    if switch.frozen_at is None:
        return False
    switch.frozen_at = None
    switch.reason = ""
    switch.by = ""
    switch.save(update_fields=["frozen_at", "reason", "by"])
    record("money.thawed", about="ledger:money", by=by, details={"reason": reason})
    return True

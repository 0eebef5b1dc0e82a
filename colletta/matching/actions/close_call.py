"""A call takes no more campaigns."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.matching.models import Call, CallState


class CallIsNotOpen(Exception):
    """It was never opened."""


@transaction.atomic
def close_call(*, call_id: int, by_id: int | None, at: datetime) -> Call:
    """The call is *closed*; the matches under it go on as they were promised.

    An application that still waits can only be declined. Without `by_id` its window ended. Closing
    it again changes nothing. Raises CallIsNotOpen.
    """
    call = Call.objects.select_for_update(of=("self",)).get(pk=call_id, private=False)
    if call.state == CallState.CLOSED:
        return call
    if call.state != CallState.OPEN:
        raise CallIsNotOpen(str(call))
    call.state = CallState.CLOSED
    call.save(update_fields=["state"])
    by = None if by_id is None else f"person:{by_id}"
    record("call.closed", about=str(call), by=by, details={"call": call.pk}, at=at)
    return call

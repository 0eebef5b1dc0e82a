"""A call is published: campaigns may apply."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.matching.models import Call, CallState
from colletta.matching.soundness import must_be_sound


class CallIsNotADraft(Exception):
    """It is open already, or closed."""


class WindowIsOver(ValueError):
    """The call would close before it opened: nothing could come under it."""


@transaction.atomic
def open_call(*, call_id: int, by_id: int, at: datetime) -> Call:
    """The call is *open*, with a page that everybody may see.

    Raises CallIsNotADraft, RuleIsUnsound, WindowIsOver.
    """
    call = Call.objects.select_for_update(of=("self",)).get(pk=call_id, private=False)
    if call.state != CallState.DRAFT:
        raise CallIsNotADraft(str(call))
    must_be_sound(call.rule, pool_minor=call.pool_minor)
    if call.closes_at is not None and call.closes_at <= at:
        raise WindowIsOver(str(call))
    call.state = CallState.OPEN
    call.save(update_fields=["state"])
    record("call.opened", about=str(call), by=f"person:{by_id}", details={"call": call.pk}, at=at)
    return call

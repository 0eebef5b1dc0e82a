"""A supporter asks for their money back."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.pledges.models import Pledge, RefundRequest, State


class NothingToGiveBack(Exception):
    """No money of the pledge is there."""


@transaction.atomic
def ask_for_refund(*, pledge_id: int, reason: str) -> RefundRequest:
    """An open request exists; the desk decides later. Asking again gives the open one.

    Raises NothingToGiveBack.
    """
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
    if pledge.state != State.CONFIRMED or not pledge.net_minor:
        raise NothingToGiveBack(str(pledge))
    request, new = RefundRequest.objects.still_open().get_or_create(
        pledge=pledge, defaults={"reason": reason}
    )
    if new:
        record("pledge.refund_asked", about=str(pledge), details={"campaign": pledge.campaign_id})
    return request

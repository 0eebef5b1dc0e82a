"""A supporter no longer asks for their money back."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.pledges.models import Pledge, RefundRequest


@transaction.atomic
def take_back_refund_request(*, pledge_id: int, at: datetime) -> bool:
    """No request of the pledge is open; True where one was."""
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
    still_open = RefundRequest.objects.still_open().filter(pledge=pledge)
    if not still_open.update(taken_back_at=at):
        return False
    details = {"campaign": pledge.campaign_id}
    record("pledge.refund_request_taken_back", about=str(pledge), details=details)
    return True

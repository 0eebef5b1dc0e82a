"""The money of a pledge is authorised, to be taken after the closing."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.pledges.models import Pledge, State


@transaction.atomic
def promise_pledge(*, pledge_id: int, at: datetime) -> Pledge:
    """The pledge is *promised* and counts toward the target. A second call changes nothing."""
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
    if pledge.state == State.PENDING:
        pledge.state = State.PROMISED
        pledge.save(update_fields=["state"])
        record(
            "pledge.promised", about=str(pledge), details={"campaign": pledge.campaign_id}, at=at
        )
    return pledge

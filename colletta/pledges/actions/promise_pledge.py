"""The money of a pledge is authorised, to be taken after the closing."""

from datetime import datetime

from colletta.history.actions.record import record
from colletta.pledges.models import Pledge, State
from colletta.pledges.window import while_open


def promise_pledge(*, pledge_id: int, at: datetime) -> Pledge:
    """The pledge is *promised* and counts toward the target. A second call changes nothing.

    Raises CampaignIsNotOpen where the authorisation came after the closing: the frozen sum then
    stands already, so the caller gives the authorisation back.
    """
    pledge = Pledge.objects.get(pk=pledge_id)
    with while_open(pledge.campaign_id):
        pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
        if pledge.state == State.PENDING:
            pledge.state = State.PROMISED
            pledge.save(update_fields=["state"])
            details = {"campaign": pledge.campaign_id}
            record("pledge.promised", about=str(pledge), details=details, at=at)
    return pledge

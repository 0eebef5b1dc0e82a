"""A promise ends without money."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.pledges.models import Pledge, State


@transaction.atomic(savepoint=False)
def drop_pledge(*, pledge_id: int, at: datetime) -> Pledge:
    """A promised pledge is *dropped*; a pledge in another state stays as it is."""
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
    if pledge.state == State.PROMISED:
        pledge.state = State.DROPPED
        pledge.save(update_fields=["state"])
        record("pledge.dropped", about=str(pledge), details={"campaign": pledge.campaign_id}, at=at)
    return pledge

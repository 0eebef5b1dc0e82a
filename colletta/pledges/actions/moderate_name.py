"""A moderator takes a supporter's name and message from everybody's eyes, or gives them back."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.pledges.actions.publish_names import publish_names
from colletta.pledges.models import Pledge, State


@transaction.atomic
def moderate_name(*, pledge_id: int, hidden: bool, by: str, at: datetime) -> Pledge:
    """Name and message of a pledge are hidden, whatever its switches say; or they count again.

    The gift itself stays as it is. Twice is once. `by` refers to the moderator ("person:3").
    """
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
    if (pledge.name_hidden_at is not None) == hidden:
        return pledge
    pledge.name_hidden_at = at if hidden else None
    pledge.save(update_fields=["name_hidden_at"])
    kind = "pledge.name_hidden" if hidden else "pledge.name_shown"
    record(kind, about=str(pledge), by=by, details={"campaign": pledge.campaign_id}, at=at)
    if pledge.state == State.CONFIRMED and pledge.show_name and not pledge.show_amount:
        publish_names(campaign_id=pledge.campaign_id)
    return pledge

"""A supporter decides what everybody may see of a pledge."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.pledges.actions.publish_names import publish_names
from colletta.pledges.models import Pledge, State


@transaction.atomic
def change_visibility(
    *, pledge_id: int, show_name: bool, show_amount: bool, message: str
) -> Pledge:
    """The two switches and the message stand as chosen, on the public pages from now on.

    A name whose amount is hidden appears together with others (`publish_names`); one that is
    hidden again disappears at once.
    """
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
    pledge.show_name, pledge.show_amount, pledge.message = show_name, show_amount, message
    pledge.save(update_fields=["show_name", "show_amount", "message"])
    record("pledge.shown", about=str(pledge), details={"campaign": pledge.campaign_id})
    if pledge.state == State.CONFIRMED and show_name and not show_amount:
        publish_names(campaign_id=pledge.campaign_id)
    return pledge

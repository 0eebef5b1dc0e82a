"""A supporter gives up a pledge that is not paid."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.payments.models import LIVE_STATES, Payment
from colletta.pledges.models import Pledge, State
from colletta.pledges.window import hold_campaign_of


class PledgeIsBeingPaid(Exception):
    """A payment is under way: its end is awaited, or it is cancelled at the provider first."""


class PledgeWasPaid(Exception):
    """The money arrived, or is promised."""


@transaction.atomic
def withdraw_pledge(*, pledge_id: int, at: datetime) -> Pledge:
    """A pending pledge is *withdrawn*, and its form may make another one.

    A second call changes nothing. Raises PledgeIsBeingPaid, PledgeWasPaid.
    """
    hold_campaign_of(pledge_id)
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
    if pledge.state in (State.WITHDRAWN, State.EXPIRED):
        return pledge
    if pledge.state != State.PENDING:
        raise PledgeWasPaid(f"{pledge} is {pledge.state}")
    payments = Payment.objects.filter(purpose="pledge", purpose_id=pledge_id)
    if payments.filter(state__in=LIVE_STATES).exists():
        raise PledgeIsBeingPaid(str(pledge))
    pledge.state, pledge.form_key = State.WITHDRAWN, None
    pledge.save(update_fields=["state", "form_key"])
    record("pledge.withdrawn", about=str(pledge), details={"campaign": pledge.campaign_id}, at=at)
    return pledge

"""A supporter gives up a pledge that is not paid."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.ledger.actions.post import PostingRefused
from colletta.payments.actions.cancel_at_provider import cancel_at_provider
from colletta.payments.actions.cancel_payment import PaymentWasCaptured
from colletta.payments.models import LIVE_STATES, Payment
from colletta.payments.providers.contract import OutcomeUnknown, ProviderRefused
from colletta.payments.providers.registry import NoSuchProvider
from colletta.pledges.models import Pledge, State
from colletta.pledges.window import hold_campaign_of

OVER = (State.WITHDRAWN, State.EXPIRED)
# Nobody answered; or the money was quicker, also where it cannot be booked right now.
CANNOT_BE_TAKEN_BACK = (
    OutcomeUnknown,
    ProviderRefused,
    NoSuchProvider,
    PaymentWasCaptured,
    PostingRefused,
)


class PledgeStays(Exception):
    """The pledge is paid, promised, or its payment is under way and cannot be taken back."""


def withdraw_pledge(*, pledge_id: int, at: datetime) -> Pledge:
    """A pending pledge is *withdrawn*, nobody can pay it, and its form may make another one.

    Its live payment is taken back at the provider first, outside any transaction. A second call
    changes nothing. Raises PledgeStays, CallInsideTransaction.
    """
    live = Payment.objects.filter(purpose="pledge", purpose_id=pledge_id, state__in=LIVE_STATES)
    if Pledge.objects.filter(pk=pledge_id, state=State.PENDING).exists() and (one := live.first()):
        try:
            cancel_at_provider(payment_id=one.pk, at=at)
        except CANNOT_BE_TAKEN_BACK as silence:
            raise PledgeStays(f"pledge:{pledge_id}") from silence
    return _withdraw(pledge_id, at)


@transaction.atomic
def _withdraw(pledge_id: int, at: datetime) -> Pledge:
    hold_campaign_of(pledge_id)
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
    payments = Payment.objects.filter(purpose="pledge", purpose_id=pledge_id)
    if pledge.state not in (State.PENDING, *OVER):
        raise PledgeStays(f"{pledge} is {pledge.state}")
    if payments.filter(state__in=LIVE_STATES).exists():
        raise PledgeStays(f"{pledge} is being paid")
    if pledge.state == State.PENDING:
        pledge.state = State.WITHDRAWN
        details = {"campaign": pledge.campaign_id}
        record("pledge.withdrawn", about=str(pledge), details=details, at=at)
    pledge.form_key = None
    pledge.save(update_fields=["state", "form_key"])
    return pledge

"""After an all-or-nothing closing each promise is collected or dropped."""

from datetime import datetime

from django.db import DatabaseError

from colletta.campaigns.models import Campaign, State
from colletta.ledger.actions.post import MoneyIsFrozen, PostingRefused
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.models import Payment
from colletta.payments.models import State as PaymentState
from colletta.pledges.models import Pledge


def settle_promises(*, campaign_id: int, at: datetime) -> int:
    """No promise of a closing campaign that can be decided here is left; returns how many were.

    Reached: a recorded promise is collected. Missed: every promise is dropped. Each promise is
    settled in a transaction of its own, so that a stop half-way loses nothing. Promises that wait
    for something else are not looked at, however often this is called. Raises MoneyIsFrozen; and
    an ExceptionGroup of what else went wrong, once every other promise is settled.
    """
    closing = Campaign.objects.filter(pk=campaign_id, state=State.CLOSING)
    campaign = closing.select_related("closure").first()
    if campaign is None:
        return 0
    return _settle(_decidable(campaign), reached=campaign.closure.reached, at=at)


def _decidable(campaign: Campaign) -> list[int]:
    promises = Pledge.objects.promises().filter(campaign=campaign)
    held = Payment.objects.filter(
        purpose="pledge", purpose_id__in=promises.values("pk"), state=PaymentState.AUTHORISED
    )
    if campaign.closure.reached:
        held = held.filter(provider="recorded")
    return list(held.order_by("purpose_id").values_list("pk", flat=True))


def _settle(payments: list[int], *, reached: bool, at: datetime) -> int:
    settle = capture_payment if reached else cancel_payment
    faults: list[Exception] = []
    for payment_id in payments:
        try:
            settle(payment_id=payment_id, at=at)
        except MoneyIsFrozen:
            raise
        except (DatabaseError, PostingRefused) as fault:
            fault.add_note(f"payment:{payment_id}")
            faults.append(fault)
    if faults:
        raise ExceptionGroup("promises that could not be settled", faults)
    return len(payments)

"""After an all-or-nothing closing each promise is collected or dropped."""

from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign, State
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.models import Payment
from colletta.payments.models import State as PaymentState
from colletta.pledges.models import Pledge


def settle_promises(*, campaign_id: int, at: datetime) -> int:
    """No promise of a closing campaign that can be decided here is left; returns how many were.

    Reached: a recorded promise is collected. Missed: every promise is dropped. Each promise is
    settled in a transaction of its own, so that a stop half-way loses nothing; promises are read
    by key, so none is met twice.
    """
    closing = Campaign.objects.filter(pk=campaign_id, state=State.CLOSING)
    campaign = closing.select_related("closure").first()
    if campaign is None:
        return 0
    promises = Pledge.objects.promises().filter(campaign=campaign).order_by("pk")
    settled = 0
    for pledge_id in list(promises.values_list("pk", flat=True)):
        settled += _settle(pledge_id=pledge_id, reached=campaign.closure.reached, at=at)
    return settled


@transaction.atomic
def _settle(*, pledge_id: int, reached: bool, at: datetime) -> int:
    payments = Payment.objects.filter(
        purpose="pledge", purpose_id=pledge_id, state=PaymentState.AUTHORISED
    )
    for payment in payments:
        if not reached:
            cancel_payment(payment_id=payment.pk, at=at)
        elif payment.provider == "recorded":
            capture_payment(payment_id=payment.pk, at=at)
        else:
            return 0
    return 1

"""The money of a payment will not be taken."""

import pytest

from colletta.history.clock import now
from colletta.payments.actions.cancel_payment import PaymentWasCaptured, cancel_payment
from colletta.payments.models import Payment
from tests.cast import gift_of_bruno, live_campaign, promise_of_bruno

pytestmark = pytest.mark.django_db


def test_cancelling_drops_the_promise() -> None:
    pledge = promise_of_bruno(live_campaign(type="all-or-nothing"))
    payment = Payment.objects.get(purpose_id=pledge.pk)
    assert cancel_payment(payment_id=payment.pk, at=now()).state == "cancelled"
    pledge.refresh_from_db()
    assert pledge.state == "dropped"


def test_money_that_arrived_is_not_cancelled() -> None:
    pledge = gift_of_bruno(live_campaign())
    with pytest.raises(PaymentWasCaptured):
        cancel_payment(payment_id=Payment.objects.get(purpose_id=pledge.pk).pk, at=now())

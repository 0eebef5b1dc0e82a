"""The money of a payment is promised."""

import pytest

from colletta.history.clock import now
from colletta.payments.actions.authorise_payment import PaymentIsOver, authorise_payment
from colletta.payments.actions.cancel_payment import cancel_payment
from tests.cast import let_the_closing_come, live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_an_authorised_payment_makes_a_promise() -> None:
    pledge, payment = pledge_of_bruno(live_campaign(type="all-or-nothing"))
    assert authorise_payment(payment_id=payment.pk, at=now()).state == "authorised"
    assert authorise_payment(payment_id=payment.pk, at=now()).state == "authorised"
    pledge.refresh_from_db()
    assert pledge.state == "promised"


def test_a_cancelled_payment_is_not_authorised() -> None:
    _, payment = pledge_of_bruno(live_campaign(type="all-or-nothing"))
    cancel_payment(payment_id=payment.pk, at=now())
    with pytest.raises(PaymentIsOver):
        authorise_payment(payment_id=payment.pk, at=now())


def test_F15_an_authorisation_after_the_closing_is_given_back() -> None:
    campaign = live_campaign(type="all-or-nothing")
    pledge, payment = pledge_of_bruno(campaign)
    let_the_closing_come(campaign)
    assert authorise_payment(payment_id=payment.pk, at=now()).state == "cancelled"
    pledge.refresh_from_db()
    assert pledge.state == "pending"

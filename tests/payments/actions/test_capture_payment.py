"""The money of a payment arrived."""

import pytest

from colletta.history.clock import now
from colletta.ledger.models import Posting
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.capture_payment import capture_payment
from tests.cast import live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_a_captured_payment_makes_a_gift() -> None:
    pledge, payment = pledge_of_bruno(live_campaign(), "20.00")
    captured = capture_payment(payment_id=payment.pk, at=now())
    pledge.refresh_from_db()
    assert (captured.state, captured.captured_minor) == ("captured", 2000)
    assert pledge.state == "confirmed"


def test_a_second_capture_books_nothing_more() -> None:
    _, payment = pledge_of_bruno(live_campaign())
    capture_payment(payment_id=payment.pk, at=now())
    capture_payment(payment_id=payment.pk, at=now())
    assert Posting.objects.count() == 1


def test_money_that_comes_after_a_payment_was_given_up_did_arrive() -> None:
    pledge, payment = pledge_of_bruno(live_campaign())
    cancel_payment(payment_id=payment.pk, at=now())
    assert capture_payment(payment_id=payment.pk, at=now()).state == "captured"
    pledge.refresh_from_db()
    assert pledge.state == "confirmed"

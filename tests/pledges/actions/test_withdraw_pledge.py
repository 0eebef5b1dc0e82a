"""A supporter gives up a pledge that is not paid."""

from uuid import uuid4

import pytest

from colletta.history.clock import now
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.pledges.actions.withdraw_pledge import (
    PledgeIsBeingPaid,
    PledgeWasPaid,
    withdraw_pledge,
)
from tests.cast import gift_of_bruno, live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_an_unpaid_pledge_is_withdrawn_and_its_form_is_free() -> None:
    campaign, key = live_campaign(), uuid4()
    pledge, payment = pledge_of_bruno(campaign, form_key=key)
    cancel_payment(payment_id=payment.pk, at=now())
    withdraw_pledge(pledge_id=pledge.pk, at=now())
    assert withdraw_pledge(pledge_id=pledge.pk, at=now()).state == "withdrawn"
    other, _ = pledge_of_bruno(campaign, "50.00", form_key=key)
    assert other != pledge


def test_a_pledge_that_is_being_paid_stays() -> None:
    pledge, _ = pledge_of_bruno(live_campaign())
    with pytest.raises(PledgeIsBeingPaid):
        withdraw_pledge(pledge_id=pledge.pk, at=now())


def test_a_gift_stays() -> None:
    with pytest.raises(PledgeWasPaid):
        withdraw_pledge(pledge_id=gift_of_bruno(live_campaign()).pk, at=now())

"""A supporter tries again to pay a pledge."""

import pytest

from colletta.history.clock import now
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.models import Payment, State
from colletta.pledges.actions.retry_payment import NothingToPay, retry_payment
from colletta.pledges.models import Pledge
from colletta.pledges.window import CampaignIsNotOpen
from tests.cast import gift_of_bruno, let_the_closing_come, live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_after_a_refusal_the_same_pledge_gets_a_new_payment() -> None:
    pledge, payment = _refused()
    again = _retry(pledge)
    assert again != payment
    assert (again.state, again.amount) == ("intended", pledge.amount)


def test_a_payment_under_way_is_given_again() -> None:
    pledge, payment = pledge_of_bruno(live_campaign())
    assert _retry(pledge) == payment
    assert Payment.objects.count() == 1


def test_a_gift_is_not_paid_twice() -> None:
    with pytest.raises(NothingToPay):
        _retry(gift_of_bruno(live_campaign()))


def test_after_the_closing_nothing_is_tried_again() -> None:
    pledge, _ = _refused()
    let_the_closing_come(pledge.campaign)
    with pytest.raises(CampaignIsNotOpen):
        _retry(pledge)


def _refused() -> tuple[Pledge, Payment]:
    pledge, payment = pledge_of_bruno(live_campaign())
    cancel_payment(payment_id=payment.pk, at=now(), into=State.REFUSED)
    return pledge, payment


def _retry(pledge: Pledge) -> Payment:
    return retry_payment(pledge_id=pledge.pk, method="card", provider="recorded")

"""Money that no pledge can take is in the books as what it is."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.chart import provider_clearing, unclaimed
from colletta.ledger.checks import check_books
from colletta.ledger.models import Posting
from colletta.ledger.queries import balance_of
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.actions.hold_unclaimed import hold_unclaimed
from colletta.payments.actions.refund_payment import refund_payment
from colletta.payments.models import Payment, Unclaimed
from colletta.pledges.actions.retry_payment import retry_payment
from colletta.pledges.models import Pledge
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from tests.cast import eur, gift_of_bruno, live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_money_for_a_cancelled_campaign_waits_to_be_given_back() -> None:
    campaign = live_campaign()
    _, payment = pledge_of_bruno(campaign, "20.00")
    cancel_campaign(campaign_id=campaign.pk, at=now())
    capture_payment(payment_id=payment.pk, at=now())
    _assert_held(payment, "the campaign is cancelled")
    assert Pledge.objects.get().state == "expired"


def test_money_for_a_withdrawn_pledge_waits_to_be_given_back() -> None:
    pledge, payment = pledge_of_bruno(live_campaign(), "20.00")
    cancel_payment(payment_id=payment.pk, at=now())
    Pledge.objects.filter(pk=pledge.pk).update(state="withdrawn")
    capture_payment(payment_id=payment.pk, at=now())
    capture_payment(payment_id=payment.pk, at=now())
    _assert_held(payment, "the pledge is withdrawn")


def test_a_second_payment_of_one_pledge_waits_to_be_given_back() -> None:
    pledge, first = pledge_of_bruno(live_campaign(), "20.00")
    cancel_payment(payment_id=first.pk, at=now())
    second = retry_payment(pledge_id=pledge.pk, method="card", provider="recorded")
    capture_payment(payment_id=second.pk, at=now())
    capture_payment(payment_id=first.pk, at=now())
    assert Pledge.objects.get().net == eur("20.00")
    _assert_held(first, "the pledge is confirmed")


def test_money_that_went_back_is_no_longer_held() -> None:
    campaign = live_campaign()
    _, payment = pledge_of_bruno(campaign, "20.00")
    cancel_campaign(campaign_id=campaign.pk, at=now())
    capture_payment(payment_id=payment.pk, at=now())
    refund_payment(payment_id=payment.pk, refunded=eur("20.00"), at=now())
    assert Unclaimed.objects.get().settled_at is not None
    assert balance_of(unclaimed("recorded", "", "EUR")) == eur("0.00")
    assert balance_of(provider_clearing("recorded", "", "EUR")) == eur("0.00")
    assert all(result.holds for result in check_books())


def test_holding_it_again_books_nothing_more() -> None:
    _, payment = pledge_of_bruno(live_campaign(), "20.00")
    Payment.objects.filter(pk=payment.pk).update(state="captured", captured_minor=2000)
    payment.refresh_from_db()
    for _ in range(2):
        hold_unclaimed(payment=payment, why="a test", at=payment.intended_at)
    assert Posting.objects.count() == 1


def test_the_books_notice_a_sum_that_no_row_explains() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign)
    _, payment = pledge_of_bruno(campaign, "20.00")
    cancel_campaign(campaign_id=campaign.pk, at=now())
    capture_payment(payment_id=payment.pk, at=now())
    Payment.objects.filter(pk=payment.pk).update(refunded_minor=100)
    broken = {result.sentence for result in check_books() if not result.holds}
    assert "What is held to be given back is what its payments say." in broken


def _assert_held(payment: Payment, why: str) -> None:
    row = Unclaimed.objects.get(payment=payment)
    assert (row.why, row.settled_at) == (why, None)
    assert balance_of(unclaimed("recorded", "", "EUR")) == eur("20.00")
    assert Fact.objects.filter(kind="payment.unclaimed", about=str(payment)).count() == 1
    assert all(result.holds for result in check_books())

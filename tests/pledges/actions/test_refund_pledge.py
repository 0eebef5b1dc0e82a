"""A gift that went back is smaller, in the books and on the page."""

import pytest

from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.chart import campaign_fund, campaign_raised, provider_clearing
from colletta.ledger.checks import check_books
from colletta.ledger.queries import balance_of
from colletta.payments.actions.refund_payment import refund_payment
from colletta.payments.models import Payment
from colletta.pledges.actions.ask_for_refund import ask_for_refund
from colletta.pledges.actions.refund_pledge import refund_pledge
from colletta.pledges.models import Pledge, RefundRequest
from tests.cast import eur, gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


def test_a_part_that_went_back_leaves_a_smaller_gift() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, "50.00")
    _refund("30.00")
    pledge = Pledge.objects.get()
    assert (pledge.state, pledge.net) == ("confirmed", eur("20.00"))
    for account in (campaign_raised(campaign.pk, "EUR"), campaign_fund(campaign.pk, "EUR")):
        assert balance_of(account) == eur("20.00")
    assert balance_of(provider_clearing("recorded", "", "EUR")) == eur("20.00")
    assert all(result.holds for result in check_books())


def test_a_gift_that_went_back_whole_has_no_supporter_any_more() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, "50.00")
    _refund("50.00")
    figures = figures_of(campaign, at=now())
    assert Pledge.objects.get().state == "refunded"
    assert (figures.raised, figures.supporters) == (eur("0.00"), 0)
    assert Fact.objects.get(kind="pledge.refunded").details["campaign"] == campaign.pk
    assert all(result.holds for result in check_books())


def test_whoever_asked_for_it_need_not_ask_any_more() -> None:
    pledge = gift_of_bruno(live_campaign(), "50.00")
    ask_for_refund(pledge_id=pledge.pk, reason="")
    _refund("50.00")
    assert RefundRequest.objects.get().settled_at is not None


def test_the_posting_is_keyed_by_what_went_back_in_all() -> None:
    gift_of_bruno(live_campaign(), "50.00")
    payment = Payment.objects.get()
    payment.refunded_minor = 1000
    payment.save(update_fields=["refunded_minor"])
    refund_pledge(payment=payment, amount=eur("10.00"), at=now())
    assert balance_of(provider_clearing("recorded", "", "EUR")) == eur("40.00")


def _refund(refunded: str) -> None:
    refund_payment(payment_id=Payment.objects.get().pk, refunded=eur(refunded), at=now())

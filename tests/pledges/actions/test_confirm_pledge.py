"""The money of a pledge arrived."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.chart import campaign_fund, campaign_raised, provider_clearing
from colletta.ledger.models import Posting
from colletta.ledger.queries import balance_of
from colletta.payments.models import Payment
from colletta.pledges.actions.confirm_pledge import confirm_pledge
from tests.cast import eur, gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


def test_a_gift_is_in_the_books() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, "20.00")
    assert balance_of(campaign_raised(campaign.pk, "EUR")) == eur("20.00")
    assert balance_of(campaign_fund(campaign.pk, "EUR")) == eur("20.00")
    assert balance_of(provider_clearing("recorded", "", "EUR")) == eur("20.00")


def test_a_gift_is_confirmed_with_its_money_and_its_fact() -> None:
    pledge = gift_of_bruno(live_campaign(), "20.00")
    assert (pledge.state, pledge.net) == ("confirmed", eur("20.00"))
    assert Fact.objects.filter(kind="pledge.confirmed", about=str(pledge)).count() == 1


def test_confirming_again_books_nothing_more() -> None:
    pledge = gift_of_bruno(live_campaign(), "20.00")
    confirm_pledge(payment=Payment.objects.get(purpose_id=pledge.pk), at=now())
    assert Posting.objects.count() == 1
    assert Fact.objects.filter(kind="pledge.confirmed").count() == 1


def test_the_ledger_knows_no_person() -> None:
    gift_of_bruno(live_campaign(), "20.00")
    rows = str(list(Posting.objects.values())) + str(
        list(Posting.objects.values("transfers__source__code"))
    )
    assert "bruno" not in rows.lower()

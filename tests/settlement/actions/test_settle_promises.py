"""After the closing each promise is collected or dropped."""

import pytest
from pytest_django import DjangoAssertNumQueries

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from colletta.settlement.actions.begin_closing import begin_closing
from colletta.settlement.actions.settle_promises import settle_promises
from tests.cast import let_the_closing_come, live_campaign, promise_of_bruno
from tests.ledger.books import book, gift

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("target", "state"), [(4000, "confirmed"), (4001, "dropped")])
def test_reached_collects_missed_drops(target: int, state: str) -> None:
    campaign = _closing(target)
    assert settle_promises(campaign_id=campaign.pk, at=now()) == 2
    assert set(Pledge.objects.values_list("state", flat=True)) == {state}
    assert settle_promises(campaign_id=campaign.pk, at=now()) == 0


def test_an_open_campaign_settles_nothing() -> None:
    campaign = live_campaign(type="all-or-nothing")
    promise_of_bruno(campaign)
    assert settle_promises(campaign_id=campaign.pk, at=now()) == 0
    assert Pledge.objects.get().state == "promised"


def test_promises_that_wait_for_their_provider_are_not_walked(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    campaign = _closing(4000, provider="sandbox")
    at = now()
    with django_assert_num_queries(2):
        assert settle_promises(campaign_id=campaign.pk, at=at) == 0


def test_one_promise_that_fails_stops_no_other() -> None:
    campaign = _closing(4000)
    book(f"{Payment.objects.earliest('pk')}:captured", gift(1000))
    with pytest.raises(ExceptionGroup) as told:
        settle_promises(campaign_id=campaign.pk, at=now())
    assert len(told.value.exceptions) == 1
    states = dict(Pledge.objects.values_list("email_key", "state"))
    assert states == {"bruno@posta.example": "promised", "lia@posta.example": "confirmed"}


def _closing(target: int, **way: str) -> Campaign:
    campaign = live_campaign(type="all-or-nothing", target_minor=target)
    promise_of_bruno(campaign, "20.00", **way)
    promise_of_bruno(campaign, "20.00", email="lia@posta.example", **way)
    let_the_closing_come(campaign)
    return begin_closing(campaign_id=campaign.pk, at=now())

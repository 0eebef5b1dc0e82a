"""Gifts move matches without anyone opening a page."""

import pytest

from colletta.history.clock import now
from colletta.history.jobs import sweep_deliveries
from colletta.history.models import Delivery, Fact
from colletta.matching.actions.offer_under_call import offer_under_call
from colletta.matching.models import Match
from tests.cast import gift_of_bruno, live_campaign, match_of_delta
from tests.database import Database
from tests.matching.calls import call_of_delta


@pytest.mark.django_db
def test_a_gift_to_a_campaign_that_nobody_matches_wakes_nobody() -> None:
    gift_of_bruno(live_campaign())
    assert not Delivery.objects.exists()


def test_a_gift_over_the_threshold_unlocks_a_second_later(fresh_database: Database) -> None:
    match = match_of_delta(live_campaign())
    gift_of_bruno(match.campaign, "500.00")
    assert Match.objects.get().state == "locked"
    sweep_deliveries(timestamp=0)
    assert Match.objects.get().state == "unlocked"


def test_a_gift_in_a_quadratic_call_tells_the_pages_of_all_its_campaigns(
    fresh_database: Database,
) -> None:
    terms = {"gives": "quadratic", "threshold_share": None, "threshold_minor": 0}
    call, campaign = call_of_delta(rule=terms), live_campaign()
    offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    sweep_deliveries(timestamp=0)
    gift_of_bruno(campaign)
    told = Fact.objects.filter(kind="call.estimated", about=str(call)).count()
    sweep_deliveries(timestamp=0)
    assert Fact.objects.filter(kind="call.estimated", about=str(call)).count() == told + 1

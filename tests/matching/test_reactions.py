"""Gifts move matches without anyone opening a page."""

import pytest

from colletta.history.jobs import sweep_deliveries
from colletta.history.models import Delivery
from colletta.matching.models import Match
from tests.cast import gift_of_bruno, live_campaign, match_of_delta
from tests.database import Database


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

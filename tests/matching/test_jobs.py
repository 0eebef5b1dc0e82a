"""The clock moves matches by itself."""

from datetime import timedelta

import pytest

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.matching.actions.offer_under_call import offer_under_call
from colletta.matching.jobs import close_calls, keep_windows, look_at_all, split_calls
from colletta.matching.models import Call, Match
from tests.cast import approved_campaign, gift_of_bruno, live_campaign, match_of_delta
from tests.matching.calls import call_of_delta
from tests.matching.steps import close

pytestmark = pytest.mark.django_db


def state() -> str:
    return Match.objects.get().state


def test_a_match_is_locked_when_its_campaign_has_opened() -> None:
    match = match_of_delta(approved_campaign())
    Campaign.objects.update(state="live")
    keep_windows(timestamp=0)
    match.refresh_from_db()
    assert match.state == "locked"


def test_a_window_that_ended_without_its_threshold_is_missed() -> None:
    begun = now() - timedelta(days=4)
    match_of_delta(live_campaign(opens_at=begun), window_days=5)
    keep_windows(timestamp=0)
    assert state() == "locked"
    Campaign.objects.update(opens_at=begun - timedelta(days=2))
    look_at_all(timestamp=0)
    assert state() == "missed"


def test_a_match_ends_with_its_call() -> None:
    campaign = live_campaign()
    call = call_of_delta(closes_at=campaign.closes_at - timedelta(days=5))
    offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    keep_windows(timestamp=0)
    assert state() == "locked"
    Match.objects.update(closes_at=now())
    Call.objects.update(closes_at=now())
    keep_windows(timestamp=0)
    assert state() == "missed"


def test_what_is_left_after_the_claw_back_is_confirmed() -> None:
    match = match_of_delta(live_campaign())
    gift_of_bruno(match.campaign, "500.00")
    look_at_all(timestamp=0)
    close(match.campaign, days_ago=13)
    keep_windows(timestamp=0)
    assert state() == "unlocked"
    close_days = now() - timedelta(days=14)
    Campaign.objects.update(closes_at=close_days)
    keep_windows(timestamp=0)
    assert state() == "confirmed"


def test_a_campaign_that_was_called_off_takes_its_matches_along() -> None:
    match_of_delta(live_campaign())
    Campaign.objects.update(state="cancelled")
    keep_windows(timestamp=0)
    assert state() == "withdrawn"


def test_the_pool_of_a_closed_quadratic_call_is_shared_out() -> None:
    rule = {"gives": "quadratic", "threshold_share": None, "threshold_minor": 0}
    call, campaign = call_of_delta(rule=rule), live_campaign()
    offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    for name in ("bruno", "dora"):
        gift_of_bruno(campaign, "1.00", email=f"{name}@posta.example")
    keep_windows(timestamp=0)
    Call.objects.update(state="closed")
    split_calls(timestamp=0)
    assert state() == "locked"
    Match.objects.update(closes_at=now())
    split_calls(timestamp=0)
    assert state() == "unlocked"


def test_a_call_closes_when_its_window_is_over_and_not_before() -> None:
    call = call_of_delta()
    close_calls(timestamp=0)
    assert Call.objects.get().state == "open"
    Call.objects.filter(pk=call.pk).update(closes_at=now())
    close_calls(timestamp=0)
    assert Call.objects.get().state == "closed"

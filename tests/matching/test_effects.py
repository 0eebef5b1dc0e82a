"""What the page before a gift says of the partners who add to it."""

from datetime import timedelta
from typing import Any

import pytest

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.pledges.effects import Standing, effects_of_a_gift
from tests.cast import eur, gift_of_bruno, live_campaign, match_of_delta

pytestmark = pytest.mark.django_db


def test_below_the_threshold_a_gift_counts_toward_it() -> None:
    told = _told(_matched(given="3269.00"))
    assert "Once €3,500 has been given, Fondazione Delta adds" in told
    assert "€231 more is needed: your gift counts toward it." in told


def test_above_the_threshold_a_gift_protects_the_match_and_takes_its_place() -> None:
    told = _told(_matched(given="3531.00"))
    assert "Fondazione Delta adds €3,469." in told
    assert "€31 above what it takes: your gift protects the match" in told
    assert "takes the place of as much money of the partner" in told


def test_a_cap_holds() -> None:
    assert "adds €1,000." in _told(_matched(given="3531.00", cap_minor=100_000))


def test_people_are_asked_for_where_the_rule_asks_for_them() -> None:
    told = _told(_matched(given="3531.00", minimum_supporters=2))
    assert "1 more person must give" in told


def test_euro_for_euro_says_what_it_adds_so_far() -> None:
    ratio = {"gives": "ratio", "ratio": 10_000, "cap_minor": 50_000, "threshold_minor": 0}
    told = _told(_matched(given="120.00", **ratio))
    assert "Fondazione Delta adds €120 to what has been given so far." in told
    assert "protects" not in told


def test_nothing_is_said_of_a_match_whose_window_is_over() -> None:
    campaign = _matched(given="10.00", window_days=3, opens_at=now() - timedelta(days=4))
    assert effects_of_a_gift(campaign=campaign, standing=_standing()) == []


def test_without_a_match_there_is_nothing_to_say() -> None:
    assert effects_of_a_gift(campaign=live_campaign(), standing=_standing()) == []


def _matched(*, given: str, **rule: Any) -> Campaign:
    instants = {name: rule.pop(name) for name in ("opens_at",) if name in rule}
    campaign = live_campaign(target_minor=700_000, **instants)
    match_of_delta(campaign, **rule)
    gift_of_bruno(campaign, given)
    evaluate_matches(campaign_id=campaign.pk, at=now())
    return campaign


def _told(campaign: Campaign) -> str:
    (effect,) = effects_of_a_gift(campaign=campaign, standing=_standing())
    return " ".join(effect.sentences)


def _standing() -> Standing:
    return Standing(headline=eur("0.00"), supporters=0, at=now())

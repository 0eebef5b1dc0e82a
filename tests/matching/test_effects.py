"""What the page before a gift says of the partners who add to it."""

from datetime import timedelta
from typing import Any

import pytest

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.matching.models import Match, Partner
from colletta.pledges.effects import Standing, effects_of_a_gift
from tests.cast import eur, live_campaign

pytestmark = pytest.mark.django_db


def test_below_the_threshold_a_gift_counts_toward_it() -> None:
    told = _told(_matched(), given="3269.00")
    assert "Once €3,500 have been given, Fondazione Delta adds" in told
    assert "€231 are missing to that: your gift counts toward it." in told


def test_above_the_threshold_a_gift_protects_the_match_and_takes_its_place() -> None:
    told = _told(_matched(), given="3531.00")
    assert "Fondazione Delta adds €3,469." in told
    assert "€31 above what it takes: your gift protects the match" in told
    assert "takes the place of as much money of the partner" in told


def test_a_cap_holds() -> None:
    assert "adds €1,000." in _told(_matched(cap_minor=100_000), given="3531.00")


def test_people_are_asked_for_where_the_rule_asks_for_them() -> None:
    told = _told(_matched(minimum_supporters=20), given="3531.00", supporters=19)
    assert "1 more person must give" in told


def test_euro_for_euro_says_what_it_adds_so_far() -> None:
    match = _matched(gives="ratio", ratio=10_000, cap_minor=50_000, threshold_minor=0)
    told = _told(match, given="120.00")
    assert "Fondazione Delta adds €120 to what has been given so far." in told
    assert "protects" not in told


def test_nothing_is_said_of_a_match_whose_window_is_over() -> None:
    campaign = _matched(window_days=3, opens_at=now() - timedelta(days=4))
    standing = Standing(headline=eur("3531.00"), supporters=9, at=now())
    assert effects_of_a_gift(campaign=campaign, standing=standing) == []


def test_without_a_match_there_is_nothing_to_say() -> None:
    standing = Standing(headline=eur("10.00"), supporters=1, at=now())
    assert effects_of_a_gift(campaign=live_campaign(), standing=standing) == []


def _matched(**rule: Any) -> Campaign:
    instants = {name: rule.pop(name) for name in ("opens_at",) if name in rule}
    campaign = live_campaign(target_minor=700_000, **instants)
    partner = Partner.objects.create(name="Fondazione Delta", key="fondazione delta")
    terms = {"position": 1, "threshold_minor": 350_000, "gives": "gap-to-target"} | rule
    Match.objects.create(campaign=campaign, partner=partner, **terms)
    return campaign


def _told(campaign: Campaign, *, given: str, supporters: int = 100) -> str:
    standing = Standing(headline=eur(given), supporters=supporters, at=now())
    (effect,) = effects_of_a_gift(campaign=campaign, standing=standing)
    return " ".join(effect.sentences)

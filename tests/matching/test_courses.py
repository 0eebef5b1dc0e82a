"""Whole courses of a match: gifts that come in any order, and gifts that go back."""

import random
from typing import Any

import pytest

from colletta.campaigns.models import Campaign
from colletta.matching.models import Match
from colletta.matching.standing import standings_of
from colletta.pledges.models import Pledge
from tests.cast import eur, gift_of_bruno, live_campaign, match_of_delta
from tests.closing import closing_check
from tests.matching.steps import give_back, looked_at, standing, steps

pytestmark = pytest.mark.django_db

GIFTS = ("5.01", "120.00", "0.99", "414.00")  # 540.00 in all
RULES: dict[str, dict[str, Any]] = {
    "gap": {"gives": "gap-to-target"},
    "flat": {"gives": "flat", "amount_minor": 30_000},
    "share": {"gives": "share-of-target", "share": 4_000},
    "ratio": {
        "gives": "ratio",
        "ratio": 5_000,
        "cap_minor": 90_000,
        "cap_per_gift_minor": 11_000,
    },
}


def give(campaign: Campaign, amount: str, number: int) -> Pledge:
    return gift_of_bruno(campaign, amount, email=f"b{number}@posta.example")


@pytest.mark.parametrize("name", RULES)
def test_the_order_of_gifts_never_changes_what_a_match_ends_with(name: str) -> None:
    """Looked at after every gift, the last word is that of the sum."""
    ends = set()
    for number, order in enumerate([sorted(GIFTS), sorted(GIFTS, reverse=True)]):
        match = match_of_delta(live_campaign(slug=f"orto-{number}"), **RULES[name])
        for place, amount in enumerate(order):
            give(match.campaign, amount, place)
            looked_at(match)
        one = standing(match)
        ends.add((one.state, one.adds, one.lacking, tuple(steps(match))))
    assert len(ends) == 1
    assert {state for state, *_ in ends} == {"unlocked"}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", ["gap", "ratio"])
def test_F52_whatever_goes_back_after_the_unlock_it_never_locks_again(name: str, seed: int) -> None:
    chance = random.Random(seed)
    match = match_of_delta(live_campaign(), **RULES[name])
    given = [give(match.campaign, "250.00", number) for number in range(3)]
    assert looked_at(match).state == "unlocked"
    for number in range(8):
        if given and chance.random() < 0.7:
            give_back(given.pop(chance.randrange(len(given))))
        else:
            given.append(give(match.campaign, f"{chance.randrange(1, 300)}.00", 10 + number))
        one = standing(match)
        assert one.state == "unlocked"
        assert 0 <= one.adds.minor <= match.reserved_minor
    assert steps(match) == ["offered", "locked", "unlocked"]
    closing_check()


def test_F56_two_gaps_fill_the_target_to_the_cent_in_their_order() -> None:
    campaign = live_campaign(target_minor=100_001)
    first = match_of_delta(campaign, threshold_minor=30_000, cap_minor=33_333)
    second = match_of_delta(campaign, threshold_minor=30_000)
    give(campaign, "300.01", 0)
    looked_at(first)
    adds = [one.adds for one in standings_of([campaign])[campaign.pk]]
    assert adds == [eur("333.33"), eur("366.67")]
    assert sum(one.minor for one in adds) + 30_001 == 100_001
    assert list(Match.objects.values_list("pk", flat=True)) == [first.pk, second.pk]


def test_F56_money_of_one_partner_never_unlocks_another() -> None:
    campaign = live_campaign()
    first = match_of_delta(campaign, threshold_minor=30_000, cap_minor=40_000)
    second = match_of_delta(campaign, threshold_minor=60_000)
    give(campaign, "300.00", 0)
    assert (looked_at(first).state, looked_at(second).state) == ("unlocked", "locked")
    assert standing(second).lacking == eur("300.00")

"""A partner offers to add to a campaign: what it may cost is reserved, or nothing is written."""

from typing import Any

import pytest

from colletta.matching.models import Call, Match
from colletta.matching.steps import MatchRefused
from tests.cast import approved_campaign, circolo_aurora, fondazione_delta, match_of_delta

pytestmark = pytest.mark.django_db


def test_a_match_without_a_call_has_a_private_one_whose_pool_is_its_most() -> None:
    match = match_of_delta(approved_campaign(), cap_minor=30_000)
    call = Call.objects.get()
    assert (call.private, call.pool_minor, call.reserved_minor) == (True, 30_000, 30_000)
    assert call.rule.copied_terms() == match.copied_terms()


def test_matches_of_one_campaign_stand_in_their_order() -> None:
    campaign = approved_campaign()
    first, second = match_of_delta(campaign), match_of_delta(campaign)
    assert list(campaign.matches.all()) == [first, second]


@pytest.mark.parametrize(
    ("terms", "rule"),
    [
        ({"threshold_minor": 100_001}, "a_threshold_is_within_the_target"),
        ({"gives": "ratio", "ratio": 100_001, "cap_minor": 5}, "a_rule_says_what_it_gives"),
        ({"gives": "ratio", "ratio": 0, "cap_minor": 5}, "a_rule_says_what_it_gives"),
        ({"gives": "ratio", "ratio": 10_000}, "a_rule_says_what_it_gives"),
        ({"threshold_minor": None}, "a_rule_has_one_threshold"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_by_its_name(terms: dict[str, Any], rule: str) -> None:
    campaign = approved_campaign()
    with pytest.raises(MatchRefused, match=rule):
        match_of_delta(campaign, **terms)
    assert not Match.objects.exists()


def test_a_partner_that_is_the_owner_is_refused() -> None:
    partner = fondazione_delta()
    partner.organisation = circolo_aurora()
    partner.save(update_fields=["organisation"])
    with pytest.raises(MatchRefused, match="a_partner_is_not_the_owner"):
        match_of_delta(approved_campaign())

"""A match rule is told in one sentence, in both languages."""

from typing import Any

import pytest
from django.utils.translation import override

from colletta.matching.models import Match
from colletta.matching.sentences import sentence_of
from tests.cast import live_campaign, match_of_delta

pytestmark = pytest.mark.django_db

RULES: list[tuple[dict[str, Any], str]] = [
    (
        {"gives": "gap-to-target", "threshold_minor": 350_000, "window_days": 45, "cap_minor": 1},
        (
            "Once €3,500 has been given within 45 days, Fondazione Delta adds whatever is still "
            "needed to reach the target, up to €0.01."
        ),
    ),
    (
        {"gives": "flat", "amount_minor": 50_000, "threshold_share": 4_000},
        "Once €2,800 has been given, Fondazione Delta adds €500.",
    ),
    (
        {"gives": "share-of-target", "share": 2_550, "threshold_minor": 0, "minimum_supporters": 3},
        "From the first gift from 3 people, Fondazione Delta adds 25.5 % of the target.",
    ),
    (
        {"gives": "quadratic", "threshold_minor": 0, "cap_minor": 50_000},
        (
            "From the first gift, Fondazione Delta adds a share of its pool that grows with the "
            "number of people more than with the sums, up to €500."
        ),
    ),
    (
        {
            "gives": "ratio",
            "ratio": 5_000,
            "cap_minor": 200_000,
            "cap_per_gift_minor": 10_000,
            "threshold_minor": 100,
        },
        (
            "Once €1 has been given, Fondazione Delta adds 0.5 EUR for each EUR given, "
            "for up to €100 a person, up to €2,000."
        ),
    ),
]


@pytest.mark.parametrize(("rule", "sentence"), RULES)
def test_each_kind_of_rule_has_its_sentence(rule: dict[str, Any], sentence: str) -> None:
    with override("en"):
        assert sentence_of(_match(rule)) == sentence


@pytest.mark.parametrize("rule", [rule for rule, _ in RULES])
def test_the_italian_sentence_is_italian(rule: dict[str, Any]) -> None:
    with override("it"):
        sentence = sentence_of(_match(rule))
    assert "aggiunge" in sentence
    assert " adds " not in sentence


def test_a_share_of_the_target_is_rounded_up_to_the_minor_unit() -> None:
    match = _match({"gives": "gap-to-target", "threshold_share": 3_333}, target_minor=1001)
    assert match.threshold.minor == 334


def _match(rule: dict[str, Any], **campaign: Any) -> Match:
    terms = {"target_minor": 700_000} | campaign
    return match_of_delta(live_campaign(**terms), **rule)

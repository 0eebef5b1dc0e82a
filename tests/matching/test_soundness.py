"""What is wrong with a rule before anybody relies on it."""

from typing import Any

import pytest

from colletta.matching.models import Rule
from colletta.matching.soundness import faults_of

HALF = {"threshold_share": 5_000}


@pytest.mark.parametrize(
    ("terms", "fault"),
    [
        ({"gives": "gap-to-target"}, "no-threshold"),
        ({"gives": "gap-to-target", "threshold_minor": 1} | HALF, "two-thresholds"),
        ({"gives": "gap-to-target", "threshold_share": 10_001}, "threshold-above-target"),
        ({"gives": "flat"} | HALF, "no-amount"),
        ({"gives": "share-of-target"} | HALF, "no-share"),
        ({"gives": "share-of-target", "share": 10_001} | HALF, "share-above-target"),
        ({"gives": "ratio", "ratio": 0, "cap_minor": 1} | HALF, "ratio-out-of-bounds"),
        ({"gives": "ratio", "ratio": 100_001, "cap_minor": 1} | HALF, "ratio-out-of-bounds"),
        ({"gives": "ratio", "ratio": 1} | HALF, "no-cap"),
        ({"gives": "flat", "amount_minor": 101} | HALF, "costs-more-than-pool"),
    ],
)
def test_a_fault_is_found(terms: dict[str, Any], fault: str) -> None:
    assert faults_of(Rule(**terms), pool_minor=100) == [fault]


@pytest.mark.parametrize(
    "terms",
    [
        {"gives": "flat", "amount_minor": 500, "cap_minor": 100},
        {"gives": "ratio", "ratio": 100_000, "cap_minor": 100},
        {"gives": "gap-to-target"},
        {"gives": "quadratic", "cap_minor": 100},
    ],
)
def test_a_sound_rule_has_none(terms: dict[str, Any]) -> None:
    assert faults_of(Rule(**(HALF | terms)), pool_minor=100) == []

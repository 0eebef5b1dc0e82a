"""What a rule gives, in cents, without a database."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colletta.matching.models import Rule
from colletta.matching.reckoning import Crowd, adds, lacking_of, most, threshold_of, would_add

# Crowd share and partner share as the field has them, in hundredths of a percent; the last but one
# with a cap on one campaign.
SHARES = [(5000, 5000), (4000, 6000), (7500, 2500), (2500, 7500), (3000, 7000), (4000, 6000)]


def crowd(given: int, *, people: int = 10) -> Crowd:
    return Crowd(given=given, counted=given, people=people, matchable=given)


def rule(**terms: Any) -> Rule:
    return Rule(**({"gives": "gap-to-target", "threshold_minor": 0} | terms))


@pytest.mark.parametrize(("people", "partner"), SHARES)
@pytest.mark.parametrize("target", [700_000, 100_001, 99_999, 7, 3])
def test_the_two_shares_are_the_target_to_the_cent(people: int, partner: int, target: int) -> None:
    terms = rule(threshold_share=people, threshold_minor=None, gives="share-of-target")
    terms.share = partner
    there = crowd(threshold_of(terms, target))
    assert not lacking_of(terms, target, there)
    assert there.given + adds(terms, target, there, earlier=0) == target


def test_one_cent_below_the_threshold_lacks_one_cent() -> None:
    terms = rule(threshold_minor=350_000)
    assert lacking_of(terms, 700_000, crowd(349_999)).minor == 1
    assert not lacking_of(terms, 700_000, crowd(350_000))


def test_the_gap_is_what_people_and_earlier_partners_leave() -> None:
    terms = rule(threshold_minor=350_000)
    assert adds(terms, 700_000, crowd(353_100), earlier=0) == 346_900
    assert adds(terms, 700_000, crowd(353_100), earlier=300_000) == 46_900
    assert adds(terms, 700_000, crowd(800_000), earlier=0) == 0


def test_a_locked_match_would_add_what_it_adds_at_its_threshold() -> None:
    terms = rule(threshold_minor=350_000)
    assert would_add(terms, 700_000, crowd(100_000), earlier=0) == 350_000


def test_a_quadratic_match_reserves_nothing_of_its_own() -> None:
    assert most(rule(gives="quadratic", cap_minor=100), 700_000) == 0


sums = st.integers(min_value=0, max_value=2_000_000)
rules = st.one_of(
    st.builds(
        lambda m, c: rule(gives="flat", amount_minor=m + 1, cap_minor=c), sums, st.none() | sums
    ),
    st.builds(
        lambda s, c: rule(gives="share-of-target", share=s, cap_minor=c),
        st.integers(1, 10_000),
        st.none() | sums,
    ),
    st.builds(
        lambda r, c: rule(gives="ratio", ratio=r, cap_minor=c + 1), st.integers(1, 100_000), sums
    ),
    st.builds(
        lambda t, c: rule(threshold_minor=t, cap_minor=c), st.integers(0, 500_000), st.none() | sums
    ),
)


@given(rules, st.integers(500_000, 1_000_000), sums, sums)
def test_nothing_ever_passes_the_reservation_or_the_cap(
    terms: Rule, target: int, given_minor: int, earlier: int
) -> None:
    added = adds(terms, target, crowd(given_minor), earlier=earlier)
    assert 0 <= added <= most(terms, target)
    assert terms.cap_minor is None or added <= terms.cap_minor


@given(rules, st.integers(500_000, 1_000_000), sums, sums)
def test_F52_money_that_goes_back_never_makes_the_sum_larger(
    terms: Rule, target: int, given_minor: int, back: int
) -> None:
    """What people and partner give together falls, or stays, with each refund; never below zero."""
    less = max(0, given_minor - back)
    before = given_minor + adds(terms, target, crowd(given_minor), earlier=0)
    after = less + adds(terms, target, crowd(less), earlier=0)
    assert 0 <= after <= before


@given(st.lists(rules, max_size=4), st.integers(500_000, 1_000_000), sums)
def test_F56_the_parts_of_several_matches_are_whole_cents_in_their_order(
    several: list[Rule], target: int, given_minor: int
) -> None:
    """Gaps share what is missing: whoever comes later fills only what earlier ones leave."""
    earlier = 0
    for terms in several:
        added = adds(terms, target, crowd(given_minor), earlier=earlier)
        if terms.gives == "gap-to-target":
            assert added <= max(0, target - given_minor - earlier)
        earlier += added
    assert isinstance(earlier, int)

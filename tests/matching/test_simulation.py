"""A rule tried out on gifts, before anyone signs it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colletta.matching.crossing import Gift, first_met
from colletta.matching.inventing import invented
from colletta.matching.models import Rule
from colletta.matching.reckoning import most
from colletta.matching.simulation import Course, simulated
from tests.cast import eur

OPENS = datetime(2026, 5, 1, 8, tzinfo=UTC)


def rule(**terms: Any) -> Rule:
    asked: dict[str, Any] = {"gives": "gap-to-target", "threshold_minor": 50_000}
    return Rule(**(asked | terms))


def course(*gifts: int, target: int = 100_000, name: str = "orto") -> Course:
    """A gift a day, each of another person."""
    told = [
        Gift(at=OPENS + timedelta(days=day), key=str(day), minor=minor)
        for day, minor in enumerate(gifts, start=1)
    ]
    return Course(name=name, target=target, opens_at=OPENS, gifts=tuple(told))


def test_it_says_when_a_rule_unlocks_and_what_it_costs() -> None:
    found = simulated(rule(), [course(20_000, 29_999, 1, 5_000)], eur("1000.00"))
    (one,) = found.outcomes
    assert (one.days, one.adds, one.together) == (3, eur("450.00"), eur("1000.00"))
    assert (found.cost, found.reserved, found.borne) == (eur("450.00"), eur("500.00"), True)


def test_one_cent_below_the_threshold_it_costs_nothing() -> None:
    (one,) = simulated(rule(), [course(20_000, 29_999)], eur("1000.00")).outcomes
    assert (one.unlocked_at, one.adds, one.lacking.minor) == (None, eur("0.00"), 1)


def test_gifts_after_the_window_come_too_late() -> None:
    (one,) = simulated(
        rule(window_days=2), [course(20_000, 20_000, 10_000)], eur("900.00")
    ).outcomes
    assert (one.unlocked_at, one.lacking.minor) == (None, 10_000)


def test_a_pool_that_bears_one_admits_the_first() -> None:
    several = [course(60_000, name=name) for name in ("orto", "cortile", "viale")]
    found = simulated(rule(), several, eur("999.99"))
    assert [one.admitted for one in found.outcomes] == [True, False, False]
    assert (found.borne, found.reserved, found.wanted) == (False, eur("500.00"), eur("1500.00"))
    assert [one.adds.minor for one in found.outcomes] == [40_000, 0, 0]


def test_one_person_is_matched_up_to_the_cap_per_person() -> None:
    terms = rule(
        gives="ratio", ratio=10_000, cap_minor=90_000, cap_per_gift_minor=5_000, threshold_minor=0
    )
    gifts = (Gift(at=OPENS, key="bruno", minor=4_000), Gift(at=OPENS, key="bruno", minor=4_000))
    whole = Course(name="orto", target=100_000, opens_at=OPENS, gifts=gifts)
    (one,) = simulated(terms, [whole], eur("1000.00")).outcomes
    assert (one.adds, one.people, one.unlocked_at) == (eur("50.00"), 1, OPENS)


def test_a_quadratic_pool_is_shared_out() -> None:
    terms = rule(gives="quadratic", threshold_minor=0)
    several = [course(*[100] * 4, name="orto"), course(400, 400, name="cortile")]
    found = simulated(terms, several, eur("10.00"))
    assert [one.adds for one in found.outcomes] == [eur("6.00"), eur("4.00")]


def test_the_same_seed_invents_the_same_gifts_and_another_one_others() -> None:
    def gifts(seed: int) -> Course:
        return invented(
            seed=seed,
            draw=1,
            name="1",
            target=100_000,
            people=150,
            median=2_000,
            days=30,
            opens_at=OPENS,
        )

    one = gifts(7)
    assert one == gifts(7) != gifts(8)
    assert len(one.gifts) == 150
    sums = sorted(gift.minor for gift in one.gifts)
    assert 1_500 <= sums[75] <= 3_000
    assert all(OPENS <= gift.at <= OPENS + timedelta(days=30) for gift in one.gifts)
    assert list(one.gifts) == sorted(one.gifts, key=lambda gift: gift.at)


sums = st.integers(1, 60_000)
RULES = [
    rule(),
    rule(gives="flat", amount_minor=30_000),
    rule(gives="share-of-target", share=4_000, minimum_supporters=3),
    rule(gives="ratio", ratio=5_000, cap_minor=40_000, cap_per_gift_minor=9_000),
]


@pytest.mark.parametrize("terms", RULES, ids=lambda terms: terms.gives)
@given(st.lists(sums, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_gifts_never_changes_the_end(
    terms: Rule, gifts: list[int], chance: Any
) -> None:
    mixed = chance.sample(gifts, len(gifts))
    ends = [
        simulated(terms, [course(*order)], eur("5000.00")).outcomes[0] for order in (gifts, mixed)
    ]
    assert len({(one.adds, one.unlocked_at is None, one.people) for one in ends}) == 1


@given(st.lists(sums, max_size=12))
def test_it_unlocks_exactly_when_the_end_meets_the_rule(gifts: list[int]) -> None:
    for terms in RULES:
        whole = course(*gifts)
        (one,) = simulated(terms, [whole], eur("5000.00")).outcomes
        assert bool(one.lacking) == (first_met(terms, whole.target, whole.gifts) is None)


@given(st.lists(st.lists(sums, max_size=5), max_size=6), st.integers(0, 300_000))
def test_neither_cost_nor_reservation_ever_passes_the_pool(
    several: list[list[int]], pool: int
) -> None:
    for terms in RULES:
        courses = [course(*gifts, name=str(place)) for place, gifts in enumerate(several)]
        found = simulated(terms, courses, eur("0.01") * pool)
        assert found.cost.minor <= found.reserved.minor <= pool
        assert all(one.adds.minor <= most(terms, 100_000) for one in found.outcomes)

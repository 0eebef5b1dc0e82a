"""Parts that sum to the whole."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colletta.money import Money, NoShares, percent_of, split

TOTALS = st.integers(-(10**12), 10**12)
WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any)


@given(TOTALS, WEIGHTS)
def test_F67_parts_sum_exactly_and_none_is_off_by_a_cent(total: int, weights: list[int]) -> None:
    assert_fair(total, weights)


# A hundred thousand cases in a second: Hypothesis chooses where each thousand of them begins.
@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**64))
def test_F67_a_hundred_thousand_splits_lose_no_cent(seed: int) -> None:
    chance = Random(seed)
    for _ in range(1000):
        weights = [
            chance.randrange(chance.choice([2, 100, 10**6])) for _ in range(chance.randint(1, 9))
        ]
        assert_fair(chance.randint(-(10**12), 10**12), [*weights, 1])


def assert_fair(total: int, weights: list[int]) -> None:
    """The parts sum to the total, and each is within one minor unit of its exact share."""
    parts = [part.minor for part in split(Money(total, "EUR"), weights)]
    whole = sum(weights)
    assert len(parts) == len(weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * whole - total * weight) < whole


@given(TOTALS, WEIGHTS)
def test_F67_whoever_has_no_weight_gets_nothing(total: int, weights: list[int]) -> None:
    parts = split(Money(total, "EUR"), weights)
    unweighted = [part.minor for part, weight in zip(parts, weights, strict=True) if not weight]
    assert not any(unweighted)


@given(TOTALS, WEIGHTS)
def test_F67_a_larger_weight_never_gets_less(total: int, weights: list[int]) -> None:
    parts = [abs(part.minor) for part in split(Money(total, "EUR"), weights)]
    by_weight = sorted(zip(weights, parts, strict=True))
    assert [part for _, part in by_weight] == sorted(parts)


def test_F67_a_cent_that_is_left_goes_to_the_first_among_equals() -> None:
    thirds = [part.minor for part in split(Money(100, "EUR"), [1, 1, 1])]
    assert thirds == [34, 33, 33]
    assert [part.minor for part in split(Money(-100, "EUR"), [1, 1, 1])] == [-34, -33, -33]
    assert [part.minor for part in split(Money(5, "JPY"), [1, 1])] == [3, 2]


@pytest.mark.parametrize("weights", [[], [0], [0, 0], [1, -1], [2, -1]])
def test_F67_without_shares_nothing_is_split(weights: list[int]) -> None:
    with pytest.raises(NoShares):
        split(Money(100, "EUR"), weights)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (353_100, 700_000, 50),
        (0, 700_000, 0),
        (699_999, 700_000, 99),
        (700_000, 700_000, 100),
        (1_000_000, 700_000, 142),
    ],
)
def test_percent_is_rounded_down(part: int, whole: int, percent: int) -> None:
    assert percent_of(Money(part, "EUR"), Money(whole, "EUR")) == percent


@pytest.mark.parametrize("whole", [0, -1])
def test_nothing_is_a_percentage_of_nothing(whole: int) -> None:
    with pytest.raises(NoShares):
        percent_of(Money(1, "EUR"), Money(whole, "EUR"))

"""A pool shared by square roots: worked out by hand, and what is always true of it."""

from decimal import Decimal, getcontext

from hypothesis import given
from hypothesis import strategies as st

from colletta.matching.quadratic import Entrant, ideal_of, share_out
from colletta.money import Money
from tests.cast import eur

getcontext().prec = 60


def shared(pool: int, *entrants: Entrant) -> list[int]:
    return [part.minor for part in share_out(Money(pool, "EUR"), entrants)]


def people(*gifts: int, cap: int | None = None) -> Entrant:
    return Entrant(gifts=gifts, cap=cap)


def test_four_people_with_a_euro_weigh_more_than_one_with_a_hundred() -> None:
    """(4 x sqrt 100)^2 - 400 = 1200 cents; for one person there is nothing."""
    assert (ideal_of([100] * 4), ideal_of([10_000])) == (1200, 0)
    assert shared(100_000, people(*[100] * 4), people(10_000)) == [1200, 0]


def test_a_pool_that_is_larger_than_the_ideals_keeps_the_rest() -> None:
    parts = share_out(eur("1000.00"), [people(100, 100), people(400, 400)])
    assert parts == [eur("2.00"), eur("8.00")]


def test_a_smaller_pool_is_shared_in_proportion_to_the_last_cent() -> None:
    """Ideals of 200, 800 and 200 cents, a pool of 100: 16 2/3, 66 2/3 and 16 2/3."""
    assert shared(100, people(100, 100), people(400, 400), people(100, 100)) == [17, 67, 16]


def test_what_a_cap_frees_is_shared_among_the_others() -> None:
    one, two, three = people(100, 100), people(400, 400, cap=30), people(100, 100)
    assert shared(100, one, two, three) == [35, 30, 35]


def test_caps_of_all_leave_the_rest_with_the_partner() -> None:
    assert shared(10_000, people(*[100] * 9, cap=50), people(400, 400, cap=60)) == [50, 60]


def test_of_equal_remainders_the_first_has_the_cent() -> None:
    assert shared(101, people(100, 100), people(100, 100)) == [51, 50]


def test_nobody_and_nothing() -> None:
    assert shared(500) == []
    assert shared(500, people(), people(0, -5)) == [0, 0]
    assert shared(0, people(100, 100)) == [0]


sums = st.integers(min_value=1, max_value=5_000_000)
entrants = st.builds(
    lambda gifts, cap: Entrant(gifts=tuple(gifts), cap=cap),
    st.lists(sums, max_size=12),
    st.none() | st.integers(1, 2_000_000),
)
pools = st.integers(0, 30_000_000)


def limit(entrant: Entrant) -> int:
    ideal = ideal_of(entrant.gifts)
    return ideal if entrant.cap is None else min(ideal, entrant.cap)


@given(pools, st.lists(entrants, max_size=8))
def test_the_parts_are_the_pool_to_the_cent_or_all_that_may_be_given(
    pool: int, several: list[Entrant]
) -> None:
    assert sum(shared(pool, *several)) == min(pool, sum(map(limit, several)))


@given(pools, st.lists(entrants, max_size=8))
def test_nobody_gets_more_than_the_cap_or_the_ideal(pool: int, several: list[Entrant]) -> None:
    for part, entrant in zip(shared(pool, *several), several, strict=True):
        assert 0 <= part <= limit(entrant)


@given(pools, st.lists(entrants, min_size=1, max_size=6))
def test_the_order_of_gifts_changes_nothing(pool: int, several: list[Entrant]) -> None:
    turned = [Entrant(gifts=one.gifts[::-1], cap=one.cap) for one in several]
    assert shared(pool, *turned) == shared(pool, *several)


@given(st.lists(sums, max_size=12))
def test_the_ideal_is_the_formula_less_than_a_cent_away(gifts: list[int]) -> None:
    roots = sum((Decimal(gift).sqrt() for gift in gifts), Decimal(0))
    exact = roots**2 - sum(gifts)
    # Each root is at most a millionth too small, and is multiplied with the sum of the others.
    slack = 1 + 2 * len(gifts) * roots / 10**6
    assert exact - slack <= ideal_of(gifts) <= exact + Decimal("1e-40")


@given(st.lists(sums, max_size=8), sums)
def test_one_more_person_never_lowers_the_ideal(gifts: list[int], more: int) -> None:
    assert ideal_of([*gifts, more]) >= ideal_of(gifts)

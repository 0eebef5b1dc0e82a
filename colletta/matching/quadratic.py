"""How a quadratic call shares its pool: many small gifts weigh more than one large one.

The formula is that of quadratic funding (Buterin, Hitzig, Weyl: "A Flexible Design for Funding
Public Goods", 2019): a campaign's ideal is the square of the sum of the square roots of each
person's gifts, minus the sum of the gifts. Whole numbers alone; nothing here reads the database.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt

from colletta.money import Money, split

# Square roots are whole numbers of millionths, rounded down, so that every machine finds the same.
MILLION = 10**6


@dataclass(frozen=True, kw_only=True)
class Entrant:
    """A campaign in the call: the sum of each of its people, and the most it may get, minor units.

    A sum that is not above zero is of nobody.
    """

    gifts: tuple[int, ...]
    cap: int | None = None


def share_out(pool: Money, entrants: Sequence[Entrant]) -> list[Money]:
    """What each entrant gets, in their order.

    Where the pool bears every ideal (within its cap) each gets that, and the rest of the pool stays
    with the partner. Else the pool is shared in proportion to the ideals to the last cent; what a
    cap frees goes to the others in the same proportion. Nobody gets more than the ideal or the
    cap. Among equal remainders the earlier entrant has the cent.
    """
    weights = [_weight(entrant) for entrant in entrants]
    limits = [_limit(weight, one) for weight, one in zip(weights, entrants, strict=True)]
    if sum(limits) <= pool.minor:
        return [Money(limit, pool.currency) for limit in limits]
    shared = _within_limits(pool.minor, weights, limits)
    still_open = [place for place in range(len(entrants)) if place not in shared]
    left = Money(pool.minor - sum(shared.values()), pool.currency)
    parts = split(left, [weights[place] for place in still_open])
    shared |= {place: part.minor for place, part in zip(still_open, parts, strict=True)}
    return [Money(shared[place], pool.currency) for place in range(len(entrants))]


def ideal_of(gifts: Sequence[int]) -> int:
    """What the formula gives where the pool has no end, in minor units, rounded down.

    The gifts of one person alone, however large, bring nothing.
    """
    return _weight(Entrant(gifts=tuple(gifts))) // MILLION**2


def _weight(entrant: Entrant) -> int:
    """The ideal in millionths of millionths, minus the squares of the very roots: never below 0."""
    roots = [isqrt(gift * MILLION**2) for gift in entrant.gifts if gift > 0]
    return sum(roots) ** 2 - sum(root * root for root in roots)


def _limit(weight: int, entrant: Entrant) -> int:
    ideal = weight // MILLION**2
    return ideal if entrant.cap is None else min(ideal, entrant.cap)


def _within_limits(pool: int, weights: Sequence[int], limits: Sequence[int]) -> dict[int, int]:
    """Those whose proportion of the pool passes their limit, with that; round after round.

    Each of them frees money, so the proportion of the others only grows, until nobody passes.
    """
    held: dict[int, int] = {}
    while True:
        left = pool - sum(held.values())
        whole = sum(weight for place, weight in enumerate(weights) if place not in held)
        over = {
            place: limit
            for place, limit in enumerate(limits)
            if place not in held and left * weights[place] >= limit * whole
        }
        if not over:
            return held
        held |= over

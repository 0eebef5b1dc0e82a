"""A rule tried out on gifts before anybody signs it: when it unlocks, what it costs.

The reckoning is that of real matches; nothing here reads or writes the database.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from colletta.matching.crossing import Gift, first_met
from colletta.matching.models import Gives, Terms
from colletta.matching.quadratic import Entrant, share_out
from colletta.matching.reckoning import Crowd, Lacking, adds, lacking_of, most
from colletta.money import Money


@dataclass(frozen=True, kw_only=True)
class Course:
    """What one campaign asked for and was given, in order of time; minor units.

    `uncounted` is money that counts for no match, but fills the target like any other.
    """

    name: str
    target: int
    opens_at: datetime
    gifts: tuple[Gift, ...]
    uncounted: int = 0


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the rule would have done to one campaign.

    `unlocked_at` is missing where it never came to that; `lacking` says what was missing then.
    `reserved` is what admission takes from the pool, `admitted` whether the pool bore that.
    """

    course: Course
    given: Money
    people: int
    admitted: bool
    reserved: Money
    unlocked_at: datetime | None
    lacking: Lacking
    adds: Money

    @property
    def days(self) -> int | None:
        """How many whole days after the opening it unlocked."""
        if self.unlocked_at is None:
            return None
        return max(0, (self.unlocked_at - self.course.opens_at).days)

    @property
    def together(self) -> Money:
        """What people gave and what the partner adds."""
        return self.given + self.adds


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """What the rule would have done to all of them, admitted in this order."""

    pool: Money
    outcomes: tuple[Outcome, ...]

    @property
    def cost(self) -> Money:
        """What the partner would have paid."""
        return self._sum([one.adds.minor for one in self.outcomes])

    @property
    def reserved(self) -> Money:
        """What the admitted campaigns take from the pool."""
        return self._sum([one.reserved.minor for one in self.outcomes if one.admitted])

    @property
    def wanted(self) -> Money:
        """What the pool would have to hold so that it bears all of them."""
        return self._sum([one.reserved.minor for one in self.outcomes])

    @property
    def borne(self) -> bool:
        """Whether the pool bears every campaign."""
        return all(one.admitted for one in self.outcomes)

    def _sum(self, parts: Sequence[int]) -> Money:
        return Money(sum(parts), self.pool.currency)


def simulated(terms: Terms, courses: Sequence[Course], pool: Money) -> Simulation:
    """The rule over all courses, admitted one after the other as far as the pool bears it.

    What people and partner of one campaign give never depends on the order of its gifts; when it
    unlocks does. A quadratic pool is shared out at the end and reserves nothing before.
    """
    left, outcomes = pool.minor, []
    for course in courses:
        reserved = most(terms, course.target)
        admitted = reserved <= left
        left -= reserved if admitted else 0
        outcomes.append(_outcome(terms, course, pool.currency, reserved, admitted=admitted))
    if terms.gives == Gives.QUADRATIC:
        outcomes = _shared(terms, outcomes, pool)
    return Simulation(pool=pool, outcomes=tuple(outcomes))


def within_the_window(terms: Terms, course: Course) -> tuple[Gift, ...]:
    """The gifts that came in time, the last instant included."""
    if not terms.window_days:
        return course.gifts
    until = course.opens_at + timedelta(hours=24 * terms.window_days)
    return tuple(gift for gift in course.gifts if gift.at <= until)


def crowd_of(terms: Terms, course: Course) -> Crowd:
    """What people gave, as the rule sees it; the target is compared with all of it."""
    counted = within_the_window(terms, course)
    people = by_person(counted)
    cap = terms.cap_per_gift_minor
    nameless = sum(gift.minor for gift in counted if gift.nameless)
    named = people.values() if cap is None else [min(minor, cap) for minor in people.values()]
    return Crowd(
        given=sum(gift.minor for gift in course.gifts) + course.uncounted,
        counted=sum(gift.minor for gift in counted),
        people=len(people),
        matchable=sum(named) + nameless,
    )


def by_person(gifts: Sequence[Gift]) -> dict[str, int]:
    """The sum of each person; money of nobody is left out."""
    people: dict[str, int] = {}
    for gift in gifts:
        if not gift.nameless:
            people[gift.key] = people.get(gift.key, 0) + gift.minor
    return people


def _outcome(
    terms: Terms, course: Course, currency: str, reserved: int, *, admitted: bool
) -> Outcome:
    crowd = crowd_of(terms, course)
    lacking = lacking_of(terms, course.target, crowd)
    added = adds(terms, course.target, crowd, earlier=0) if admitted and not lacking else 0
    return Outcome(
        course=course,
        given=Money(crowd.given, currency),
        people=crowd.people,
        admitted=admitted,
        reserved=Money(reserved, currency),
        unlocked_at=None if lacking or not admitted else _unlocked_at(terms, course),
        lacking=lacking,
        adds=Money(added, currency),
    )


def _unlocked_at(terms: Terms, course: Course) -> datetime:
    met = first_met(terms, course.target, within_the_window(terms, course))
    # Where nothing is asked for, it is unlocked from the start.
    return met if met and (terms.minimum_supporters or _asks(terms)) else course.opens_at


def _asks(terms: Terms) -> bool:
    return bool(terms.threshold_minor or terms.threshold_share)


def _shared(terms: Terms, outcomes: Sequence[Outcome], pool: Money) -> list[Outcome]:
    entrants = [
        Entrant(
            gifts=()
            if one.lacking
            else tuple(by_person(within_the_window(terms, one.course)).values()),
            cap=terms.cap_minor,
        )
        for one in outcomes
    ]
    parts = share_out(pool, entrants)
    return [
        Outcome(**(vars(one) | {"adds": part})) for one, part in zip(outcomes, parts, strict=True)
    ]

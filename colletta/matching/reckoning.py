"""What a rule gives for what people gave: whole numbers alone, without the database.

All sums are minor units of the campaign's currency.
"""

from dataclasses import dataclass

from colletta.matching.models import Gives, Terms


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """What people gave to a campaign, as one match sees it.

    `given` is all of it, which is what the target is compared with. `counted` is what counts toward
    the threshold, `people` how many gave that. `matchable` is `counted` with no more of one person
    than the rule's cap per person.
    """

    given: int
    counted: int
    people: int
    matchable: int


@dataclass(frozen=True, kw_only=True)
class Lacking:
    """What is still needed for a match to unlock; nothing of either once it can."""

    minor: int
    people: int

    def __bool__(self) -> bool:
        return bool(self.minor or self.people)


def threshold_of(terms: Terms, target: int) -> int:
    """What people must give first; a share of the target is rounded up."""
    if terms.threshold_minor is not None:
        return terms.threshold_minor
    return -(-target * (terms.threshold_share or 0) // 10_000)


def most(terms: Terms, target: int) -> int:
    """The most a match can cost, which is reserved from its pool; never below zero.

    A quadratic match reserves nothing of its own: its pool is shared out once, at the end.
    """
    if terms.gives == Gives.QUADRATIC:
        return 0
    return max(0, _within_cap(terms, _uncapped_most(terms, target)))


def lacking_of(terms: Terms, target: int, crowd: Crowd) -> Lacking:
    """What the crowd lacks to the threshold and to the number of people."""
    return Lacking(
        minor=max(0, threshold_of(terms, target) - crowd.counted),
        people=max(0, terms.minimum_supporters - crowd.people),
    )


def adds(terms: Terms, target: int, crowd: Crowd, *, earlier: int) -> int:
    """What an unlocked match adds, after what earlier matches of the campaign add.

    It depends on what stands, not on the way there, so the order of gifts changes nothing.
    """
    if terms.gives == Gives.FLAT:
        added = terms.amount_minor or 0
    elif terms.gives == Gives.SHARE_OF_TARGET:
        added = target * (terms.share or 0) // 10_000
    elif terms.gives == Gives.RATIO:
        added = crowd.matchable * (terms.ratio or 0) // 10_000
    elif terms.gives == Gives.GAP_TO_TARGET:
        added = target - crowd.given - earlier
    else:
        added = 0
    return min(max(0, added), most(terms, target))


def would_add(terms: Terms, target: int, crowd: Crowd, *, earlier: int) -> int:
    """What the match would add at the moment its threshold is reached."""
    missing = lacking_of(terms, target, crowd).minor
    there = Crowd(
        given=crowd.given + missing,
        counted=crowd.counted + missing,
        people=crowd.people,
        matchable=crowd.matchable + missing,
    )
    return adds(terms, target, there, earlier=earlier)


def _uncapped_most(terms: Terms, target: int) -> int:
    if terms.gives == Gives.FLAT:
        return terms.amount_minor or 0
    if terms.gives == Gives.SHARE_OF_TARGET:
        return target * (terms.share or 0) // 10_000
    if terms.gives == Gives.RATIO:
        return terms.cap_minor or 0
    return target - threshold_of(terms, target)


def _within_cap(terms: Terms, minor: int) -> int:
    return minor if terms.cap_minor is None else min(minor, terms.cap_minor)

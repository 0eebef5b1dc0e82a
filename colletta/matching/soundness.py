"""What is wrong with a rule before anybody relies on it: whole numbers, without the database."""

from enum import StrEnum

from colletta.matching.models import Gives, Terms

WHOLE = 10_000  # a share of 100 %
HIGHEST_RATIO = 100_000  # ten for one


class Fault(StrEnum):
    """Why no campaign may come under a rule."""

    NO_THRESHOLD = "no-threshold"
    TWO_THRESHOLDS = "two-thresholds"
    THRESHOLD_ABOVE_TARGET = "threshold-above-target"
    NO_AMOUNT = "no-amount"
    NO_SHARE = "no-share"
    SHARE_ABOVE_TARGET = "share-above-target"
    RATIO_OUT_OF_BOUNDS = "ratio-out-of-bounds"
    NO_CAP = "no-cap"
    COSTS_MORE_THAN_POOL = "costs-more-than-pool"


class RuleIsUnsound(ValueError):
    """The rule cannot stand; `faults` says why, the first thing first."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(", ".join(faults))
        self.faults = faults


def faults_of(terms: Terms, *, pool_minor: int) -> list[Fault]:
    """Everything that is wrong with a rule under a pool of so many minor units.

    What one campaign may cost is known here for a flat sum and for whatever has a cap; where it
    hangs on the target the pool answers at the admission.
    """
    faults = [*_of_the_threshold(terms), *_of_the_gift(terms)]
    known = [sum_ for sum_ in (_flat(terms), terms.cap_minor) if sum_ is not None]
    if not faults and known and min(known) > pool_minor:
        faults.append(Fault.COSTS_MORE_THAN_POOL)
    return faults


def must_be_sound(terms: Terms, *, pool_minor: int) -> None:
    """Raises RuleIsUnsound where a rule has any fault."""
    if faults := faults_of(terms, pool_minor=pool_minor):
        raise RuleIsUnsound(faults)


def _flat(terms: Terms) -> int | None:
    return terms.amount_minor if terms.gives == Gives.FLAT else None


def _of_the_threshold(terms: Terms) -> list[Fault]:
    minor, share = terms.threshold_minor, terms.threshold_share
    if minor is None and share is None:
        return [Fault.NO_THRESHOLD]
    if minor is not None and share is not None:
        return [Fault.TWO_THRESHOLDS]
    return [Fault.THRESHOLD_ABOVE_TARGET] if (share or 0) > WHOLE else []


def _of_the_gift(terms: Terms) -> list[Fault]:
    if terms.gives == Gives.FLAT:
        return [] if terms.amount_minor else [Fault.NO_AMOUNT]
    if terms.gives == Gives.SHARE_OF_TARGET:
        if not terms.share:
            return [Fault.NO_SHARE]
        return [Fault.SHARE_ABOVE_TARGET] if terms.share > WHOLE else []
    if terms.gives == Gives.RATIO:
        bounded = 0 < (terms.ratio or 0) <= HIGHEST_RATIO
        faults = [] if bounded else [Fault.RATIO_OUT_OF_BOUNDS]
        return faults if terms.cap_minor else [*faults, Fault.NO_CAP]
    return []

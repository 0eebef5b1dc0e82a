"""The instant at which a crowd met a rule, found by going through its gifts in their order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.db.models.functions import Coalesce

from colletta.matching.exclusions import exclusions_of
from colletta.matching.models import Match, Terms
from colletta.matching.reckoning import threshold_of
from colletta.pledges.models import Pledge

AT_A_TIME = 2000  # pledges fetched in one journey


@dataclass(frozen=True, kw_only=True)
class Gift:
    """Money that counts: when it came, whose it is, how much. A nameless one is of nobody."""

    at: datetime
    key: str
    minor: int
    nameless: bool = False


def first_met(terms: Terms, target: int, gifts: Iterable[Gift]) -> datetime | None:
    """When both the threshold and the number of people were there, for gifts in their order.

    None where they never were, or where they are not asked for.
    """
    wanted, given = threshold_of(terms, target), 0
    people: set[str] = set()
    for gift in gifts:
        given += gift.minor
        if not gift.nameless:
            people.add(gift.key)
        if given >= wanted and len(people) >= terms.minimum_supporters:
            return gift.at
    return None


def crossed_at(match: Match, *, at: datetime) -> datetime:
    """When what counts for the match met its rule; `at` where its gifts do not tell.

    A match without a threshold is unlocked from the start of its window.
    """
    if not match.threshold.minor and not match.minimum_supporters:
        return match.opens_at
    met = first_met(match, match.campaign.target_minor, gifts_that_count(match))
    return max(met, match.opens_at) if met else at


def gifts_that_count(match: Match) -> Iterator[Gift]:
    """Every gift, or promise, that counts for the match, oldest first."""
    out = exclusions_of([match])
    insiders = {one.key for one in out if one.pledge is None}
    pledges = {one.pledge for one in out if one.minor}
    nameless = {one.pledge for one in out if not one.minor}
    for pk, key, net, amount, came_at in _standing(match):
        name = key or f"pledge:{pk}"
        if name in insiders or pk in pledges:
            continue
        yield Gift(at=came_at, key=name, minor=net or amount, nameless=pk in nameless)


def _standing(match: Match) -> Iterator[tuple[int, str, int, int, datetime]]:
    promised = match.campaign.all_or_nothing
    came = F("made_at") if promised else Coalesce("confirmed_at", "made_at")
    standing = Pledge.objects.standing().filter(campaign=match.campaign_id)
    rows = standing.annotate(came_at=came).order_by("came_at", "pk")
    return rows.values_list("pk", "email_key", "net_minor", "amount_minor", "came_at").iterator(
        AT_A_TIME
    )

"""What people gave to campaigns, as their matches see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from colletta.campaigns.models import Campaign
from colletta.ledger.chart import campaign_raised
from colletta.ledger.queries import balances_of
from colletta.matching.exclusions import Exclusion, exclusions_of
from colletta.matching.models import Match
from colletta.matching.reckoning import Crowd
from colletta.pledges.models import Tally

# One person's gifts count up to the cap, however many they are.
UP_TO_THE_CAP = """
    SELECT coalesce(sum(least(standing_minor, %s)), 0)::bigint
    FROM pledges_supporter WHERE campaign_id = %s AND standing_minor > 0
"""


@dataclass(frozen=True, kw_only=True)
class Stand:
    """What a campaign's target is compared with, in minor units, and its supporters."""

    given: int
    supporters: int


def stands_of(campaigns: Sequence[Campaign]) -> dict[int, Stand]:
    """Where campaigns stand by their ids: gifts; before an all-or-nothing closing promises too."""
    tallies = Tally.objects.in_bulk([campaign.pk for campaign in campaigns])
    raised = balances_of([campaign_raised(one.pk, one.currency) for one in campaigns])
    return {
        one.pk: stand_of(
            one,
            raised=raised[campaign_raised(one.pk, one.currency).code].minor,
            promised=tallies[one.pk].promised_minor,
            supporters=tallies[one.pk].supporters,
        )
        for one in campaigns
    }


def stand_of(campaign: Campaign, *, raised: int, promised: int, supporters: int) -> Stand:
    """The same from what was read already; sums in minor units."""
    counted = promised if campaign.all_or_nothing else 0
    return Stand(given=raised + counted, supporters=supporters)


def crowds_of(matches: Sequence[Match], stands: Mapping[int, Stand]) -> dict[int, Crowd]:
    """What each match counts, by its id. `stands` are those of their campaigns."""
    uncounted: dict[int, list[Exclusion]] = {match.pk: [] for match in matches}
    for one in exclusions_of(matches):
        uncounted[one.match_id].append(one)
    return {one.pk: _crowd(one, stands[one.campaign_id], uncounted[one.pk]) for one in matches}


def _crowd(match: Match, stand: Stand, uncounted: list[Exclusion]) -> Crowd:
    counted = max(0, stand.given - sum(one.minor for one in uncounted))
    return Crowd(
        given=stand.given,
        counted=counted,
        people=max(0, stand.supporters - len(nobodies(uncounted))),
        matchable=_matchable(match, counted, uncounted),
    )


def nobodies(uncounted: Sequence[Exclusion]) -> set[str]:
    """The supporters who do not count as people: nothing of what they gave counts, or no name."""
    left = left_of(uncounted)
    nameless = {one.key for one in uncounted if not one.minor}
    return nameless | {key for key, (_, counts) in left.items() if counts <= 0}


def left_of(uncounted: Sequence[Exclusion]) -> dict[str, tuple[int, int]]:
    """By supporter: all that stands, and what of it counts."""
    left: dict[str, tuple[int, int]] = {}
    for one in uncounted:
        stands, counts = left.get(one.key, (one.stands, one.stands))
        left[one.key] = (stands, counts - one.minor)
    return left


def _matchable(match: Match, counted: int, uncounted: list[Exclusion]) -> int:
    cap = match.cap_per_gift_minor
    if cap is None:
        return counted
    with connection.cursor() as cursor:
        cursor.execute(UP_TO_THE_CAP, [cap, match.campaign_id])
        (everybody,) = cursor.fetchone()
    over = sum(min(stands, cap) - min(max(0, n), cap) for stands, n in left_of(uncounted).values())
    return max(0, int(everybody) - over)

"""What quadratic matches get of the pool of their call, from what stands in the books."""

from collections.abc import Sequence

from django.db import connection

from colletta.matching.crowd import crowds_of, left_of, nobodies, stands_of
from colletta.matching.exclusions import exclusions_of
from colletta.matching.models import LIVE_MATCHES, Call, Gives, Match, MatchState
from colletta.matching.quadratic import Entrant, share_out
from colletta.matching.reckoning import Crowd, adds, lacking_of
from colletta.money import Money

WHAT_STANDS = """
    SELECT campaign_id, key, standing_minor FROM pledges_supporter
    WHERE campaign_id = ANY(%s) AND standing_minor > 0 ORDER BY campaign_id, key
"""


def added_by(match: Match, crowd: Crowd, *, earlier: int) -> int:
    """What an unlocked match adds in minor units, after what earlier ones of its campaign add.

    What the pool gave to a quadratic one was shared out once and stays.
    """
    if match.gives != Gives.QUADRATIC:
        return adds(match, match.campaign.target_minor, crowd, earlier=earlier)
    shared = [step for step in match.steps.all() if step.state == MatchState.UNLOCKED]
    return shared[0].amount_minor if shared else 0


def estimates_of(matches: Sequence[Match]) -> dict[int, int]:
    """What locked quadratic matches would get if their calls closed now, by their ids.

    Others of the same calls are looked at with them. Asks nothing where none is quadratic.
    """
    calls = {match.call_id: match.call for match in matches if match.gives == Gives.QUADRATIC}
    found: dict[int, int] = {}
    if calls:
        live = waiting_for(list(calls))
        for call in calls.values():
            found |= shares_of(call, [match for match in live if match.call_id == call.pk])
    return found


def waiting_for(calls: Sequence[int]) -> list[Match]:
    """The matches that wait for the sharing of these calls' pools, in one order."""
    waiting = Match.objects.filter(
        call__in=calls, gives=Gives.QUADRATIC, state__in=LIVE_MATCHES
    ).exclude(state=MatchState.UNLOCKED)
    return list(waiting.select_related("campaign", "call").order_by("campaign_id", "position"))


def shares_of(call: Call, matches: Sequence[Match]) -> dict[int, int]:
    """What each of the call's waiting matches gets of what is left of the pool, by their ids."""
    entrants = entrants_of(matches)
    left = Money(call.pool_minor - call.reserved_minor, call.currency)
    parts = share_out(left, [entrants[match.pk] for match in matches])
    return {match.pk: part.minor for match, part in zip(matches, parts, strict=True)}


def entrants_of(matches: Sequence[Match]) -> dict[int, Entrant]:
    """Whose gifts count for each match; nobody's where its rule asks for more than there is."""
    crowds = crowds_of(matches, stands_of([match.campaign for match in matches]))
    uncounted = exclusions_of(matches)
    everybody = _everybody([match.campaign_id for match in matches])
    found = {}
    for match in matches:
        out = [one for one in uncounted if one.match_id == match.pk]
        people = everybody.get(match.campaign_id, {})
        counts = people | {key: counted for key, (_, counted) in left_of(out).items()}
        names = sorted(counts.keys() - nobodies(out))
        met = not lacking_of(match, match.campaign.target_minor, crowds[match.pk])
        gifts = tuple(_matched(match, counts[name]) for name in names) if met else ()
        found[match.pk] = Entrant(gifts=gifts, cap=match.cap_minor)
    return found


def _matched(match: Match, minor: int) -> int:
    cap = match.cap_per_gift_minor
    return minor if cap is None else min(minor, cap)


def _everybody(campaigns: list[int]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(WHAT_STANDS, [sorted(set(campaigns))])
        for campaign_id, key, minor in cursor.fetchall():
            found.setdefault(campaign_id, {})[key] = minor
    return found

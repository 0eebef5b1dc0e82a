"""Which money does not count for a match, and why: read from the pledges, never kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import connection

from colletta.matching.models import Match
from colletta.people.models import email_key


class Reason(StrEnum):
    """Why money, or a person, does not count."""

    TEAM = "team"  # the owner, or somebody of its team
    PARTNER = "partner"  # somebody of a partner's team: no partner counts toward a threshold
    OFFLINE = "offline"  # given outside the site, where the rule does not count that
    LATE = "late"  # after the window of the match
    NAMELESS = "nameless"  # given offline without an address: money that counts, of nobody


@dataclass(frozen=True, kw_only=True)
class Exclusion:
    """Money of one supporter of one campaign that does not count for one match.

    `key` is the supporter's (pledges.models.Supporter), `pledge` is missing where all of theirs is
    meant. `minor` is zero where only the person does not count. `stands` is all that this supporter
    has in the campaign.
    """

    match_id: int
    key: str
    pledge: int | None
    reason: Reason
    minor: int
    stands: int


# Everybody whose own money is not the crowd's, with every address they proved.
INSIDERS = """
    SELECT c.id, e.email, 'team' FROM campaigns_campaign c
    JOIN people_membership m ON m.organisation_id = c.owner_organisation_id
    JOIN account_emailaddress e ON e.user_id = m.person_id
    WHERE c.id = ANY(%(campaigns)s)
    UNION ALL
    SELECT c.id, o.contact_email, 'team' FROM campaigns_campaign c
    JOIN people_organisation o ON o.id = c.owner_organisation_id
    WHERE c.id = ANY(%(campaigns)s)
    UNION ALL
    SELECT c.id, p.email, 'team' FROM campaigns_campaign c
    JOIN people_person p ON p.id = c.owner_person_id WHERE c.id = ANY(%(campaigns)s)
    UNION ALL
    SELECT c.id, e.email, 'team' FROM campaigns_campaign c
    JOIN account_emailaddress e ON e.user_id = c.owner_person_id WHERE c.id = ANY(%(campaigns)s)
    UNION ALL
    SELECT a.campaign_id, o.contact_email, 'partner' FROM matching_match a
    JOIN matching_partner p ON p.id = a.partner_id
    JOIN people_organisation o ON o.id = p.organisation_id
    WHERE a.campaign_id = ANY(%(campaigns)s)
    UNION ALL
    SELECT a.campaign_id, e.email, 'partner' FROM matching_match a
    JOIN matching_partner p ON p.id = a.partner_id
    JOIN people_membership m ON m.organisation_id = p.organisation_id
    JOIN account_emailaddress e ON e.user_id = m.person_id
    WHERE a.campaign_id = ANY(%(campaigns)s)
    UNION ALL
    SELECT campaign_id, key, reason FROM matching_insider
    WHERE campaign_id = ANY(%(campaigns)s)
"""

# What stands of the insiders, of gifts made offline, of what came after a window. A promise is in
# time when it was made in time, money when it arrived in time.
UNCOUNTED = """
    WITH found AS (
        SELECT s.campaign_id, NULL::bigint AS pledge, s.key, s.standing_minor AS minor,
            NULL::timestamptz AS came_at
        FROM unnest(%(campaigns_of_keys)s::bigint[], %(keys)s::text[]) AS i (campaign_id, key)
        JOIN pledges_supporter s USING (campaign_id, key)
        UNION ALL
        SELECT p.campaign_id, p.id, pledges_supporter_key(p.email_key, p.id),
            pledges_standing(p.state, p.amount_minor, p.net_minor), NULL
        FROM payments_payment y JOIN pledges_pledge p ON p.id = y.purpose_id
        WHERE y.purpose = 'pledge' AND y.method = 'cash' AND y.state = 'captured'
            AND p.campaign_id = ANY(%(campaigns)s)
        UNION ALL
        SELECT p.campaign_id, p.id, pledges_supporter_key(p.email_key, p.id),
            pledges_standing(p.state, p.amount_minor, p.net_minor), late.came_at
        FROM unnest(%(windowed)s::bigint[], %(ends)s::timestamptz[]) AS w (campaign_id, ends)
        JOIN campaigns_campaign c ON c.id = w.campaign_id
        JOIN pledges_pledge p ON p.campaign_id = w.campaign_id
        CROSS JOIN LATERAL (SELECT CASE c.type WHEN 'all-or-nothing' THEN p.made_at
            ELSE coalesce(p.confirmed_at, p.made_at) END AS came_at) late
        WHERE late.came_at > w.ends
    )
    SELECT f.campaign_id, f.pledge, f.key, f.minor, f.came_at, s.standing_minor
    FROM found f JOIN pledges_supporter s USING (campaign_id, key) WHERE f.minor > 0
    ORDER BY f.came_at NULLS LAST, f.pledge, f.key
"""

Row = tuple[int, int | None, str, int, datetime | None, int]


def exclusions_of(matches: Sequence[Match]) -> list[Exclusion]:
    """All that does not count for these matches, in two queries however many they are."""
    if not matches:
        return []
    insiders = insiders_of(sorted({match.campaign_id for match in matches}))
    rows = _uncounted(matches, insiders)
    return [one for match in matches for one in _of_match(match, rows, insiders)]


def insiders_of(campaigns: list[int]) -> dict[tuple[int, str], Reason]:
    """Whose money does not count, by campaign and the supporter's key, and why."""
    with connection.cursor() as cursor:
        cursor.execute(INSIDERS, {"campaigns": campaigns})
        found = cursor.fetchall()
    return {(campaign, email_key(email)): Reason(reason) for campaign, email, reason in found}


def _of_match(
    match: Match, rows: list[Row], insiders: dict[tuple[int, str], Reason]
) -> Iterable[Exclusion]:
    """An insider is out whole; of the others each pledge at most once."""
    told: set[int] = set()
    for campaign_id, pledge, key, minor, came_at, stands in rows:
        if campaign_id != match.campaign_id or pledge in told:
            continue
        reason = _reason(match, pledge, came_at, inside=insiders.get((campaign_id, key)))
        if reason is None and not (key.startswith("pledge:") and came_at is None):
            continue
        if pledge is not None:
            told.add(pledge)
        yield Exclusion(
            match_id=match.pk,
            key=key,
            pledge=pledge,
            reason=reason or Reason.NAMELESS,
            minor=minor if reason else 0,
            stands=stands,
        )


def _reason(
    match: Match, pledge: int | None, came_at: datetime | None, *, inside: Reason | None
) -> Reason | None:
    if inside is not None:
        # The row of the supporter tells it; their single pledges tell nothing more.
        return inside if pledge is None else None
    if came_at is not None:
        return Reason.LATE if match.ends_first and came_at > match.closes_at else None
    return None if match.counts_offline else Reason.OFFLINE


def _uncounted(matches: Sequence[Match], insiders: dict[tuple[int, str], Reason]) -> list[Row]:
    windowed = [match for match in matches if match.ends_first]
    arguments: dict[str, Any] = {
        "campaigns": sorted({match.campaign_id for match in matches}),
        "campaigns_of_keys": [campaign for campaign, _ in insiders],
        "keys": [key for _, key in insiders],
        "windowed": [match.campaign_id for match in windowed],
        "ends": [match.closes_at for match in windowed],
    }
    with connection.cursor() as cursor:
        cursor.execute(UNCOUNTED, arguments)
        return list(cursor.fetchall())

"""Reads the figures of one campaign, or of many in the same number of queries."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import connection

from colletta.campaigns.models import Campaign, State, Type
from colletta.figures.campaign_figures import CampaignFigures
from colletta.ledger.chart import campaign_raised
from colletta.matching.crowd import stand_of
from colletta.matching.standing import MatchStanding, standings_of
from colletta.money import Money
from colletta.payments.models import UNDER_WAY

OVER = frozenset({State.CLOSING, State.ENDED, State.SETTLED, State.CANCELLED})
# Every page with a sum on it asks this. A pledge's money is on its way while it is with a provider.
QUESTION = """
SELECT asked.campaign, tally.supporters, tally.promised_minor, coalesce(raised.balance, 0),
    (SELECT coalesce(sum(pledge.amount_minor), 0)::bigint FROM pledges_pledge pledge
        WHERE pledge.campaign_id = asked.campaign AND pledge.state = 'pending' AND EXISTS (
            SELECT FROM payments_payment payment WHERE payment.purpose = 'pledge'
            AND payment.purpose_id = pledge.id AND payment.state = ANY (%s))),
    closure.promised_minor, closure.reached,
    EXISTS (SELECT FROM matching_match match WHERE match.campaign_id = asked.campaign)
FROM unnest(%s::bigint[], %s::text[]) AS asked (campaign, raised)
JOIN pledges_tally tally ON tally.campaign_id = asked.campaign
LEFT JOIN ledger_account raised ON raised.code = asked.raised
LEFT JOIN campaigns_closure closure ON closure.campaign_id = asked.campaign
"""


class Books(NamedTuple):
    """What the books say of one campaign, in minor units; frozen sums once a closure is there."""

    campaign: int
    supporters: int
    promised: int
    raised: int
    on_its_way: int
    frozen_promised: int | None
    reached: bool | None
    has_matches: bool


def figures_of(campaign: Campaign, *, at: datetime) -> CampaignFigures:
    """The figures of one campaign at an instant (the database's clock, for what is shown)."""
    return figures_of_many([campaign], at=at)[campaign.pk]


def figures_of_many(campaigns: Iterable[Campaign], *, at: datetime) -> dict[int, CampaignFigures]:
    """The figures of many campaigns by their ids. The number of queries does not grow."""
    listed = list(campaigns)
    ids = [campaign.pk for campaign in listed]
    codes = [campaign_raised(one.pk, one.currency).code for one in listed]
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, [list(UNDER_WAY), ids, codes])
        books = {row[0]: Books(*row) for row in cursor.fetchall()}
    matches = _matches(listed, books)
    return {one.pk: _figures(one, books[one.pk], matches.get(one.pk, ()), at=at) for one in listed}


def state_at(campaign: Campaign, *, at: datetime) -> State:
    """The state as a visitor sees it: past its closing a live campaign is closing already."""
    state = State(campaign.state)
    if state == State.LIVE and at >= campaign.closes_at:
        return State.CLOSING
    return state


def _matches(
    campaigns: list[Campaign], books: dict[int, Books]
) -> dict[int, tuple[MatchStanding, ...]]:
    """Most campaigns have none, so that nothing is asked about them."""
    matched = [one for one in campaigns if books[one.pk].has_matches]
    if not matched:
        return {}
    stands = {
        one.pk: stand_of(
            one,
            raised=books[one.pk].raised,
            promised=books[one.pk].promised,
            supporters=books[one.pk].supporters,
        )
        for one in matched
    }
    return standings_of(matched, stands)


def _figures(
    campaign: Campaign, books: Books, matches: tuple[MatchStanding, ...], *, at: datetime
) -> CampaignFigures:
    frozen = books.frozen_promised if campaign.state in OVER else None
    promised = books.promised if frozen is None else frozen
    return CampaignFigures(
        raised=Money(books.raised, campaign.currency),
        promised=Money(promised, campaign.currency),
        uncharged=Money(books.promised, campaign.currency),
        on_its_way=Money(books.on_its_way, campaign.currency),
        target=campaign.target,
        supporters=books.supporters,
        type=Type(campaign.type),
        state=state_at(campaign, at=at),
        reached=None if frozen is None else books.reached,
        opens_at=campaign.opens_at,
        closes_at=campaign.closes_at,
        matches=matches,
    )

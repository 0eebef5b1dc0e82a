"""Reads the figures of one campaign, or of many in the same number of queries."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Sum

from colletta.campaigns.models import Campaign, Closure, State, Type
from colletta.figures.campaign_figures import CampaignFigures
from colletta.ledger.chart import campaign_raised
from colletta.ledger.queries import balances_of
from colletta.matching.crowd import stand_of
from colletta.matching.standing import MatchStanding, standings_of
from colletta.money import Money
from colletta.payments.models import UNDER_WAY, Payment
from colletta.pledges.models import Pledge, Tally
from colletta.pledges.models import State as PledgeState


def figures_of(campaign: Campaign, *, at: datetime) -> CampaignFigures:
    """The figures of one campaign at an instant (the database's clock, for what is shown)."""
    return figures_of_many([campaign], at=at)[campaign.pk]


def figures_of_many(campaigns: Iterable[Campaign], *, at: datetime) -> dict[int, CampaignFigures]:
    """The figures of many campaigns by their ids, in a number of queries that does not grow."""
    listed = list(campaigns)
    ids = [campaign.pk for campaign in listed]
    tallies = Tally.objects.in_bulk(ids)
    raised = balances_of([campaign_raised(one.pk, one.currency) for one in listed])
    moving = _on_its_way(ids)
    closures = _closures(listed)
    stands = {
        one.pk: stand_of(one, tallies[one.pk], raised[campaign_raised(one.pk, one.currency).code])
        for one in listed
    }
    matches = standings_of(listed, stands)
    return {
        one.pk: _figures(
            one,
            tally=tallies[one.pk],
            raised=raised[campaign_raised(one.pk, one.currency).code],
            on_its_way=Money(moving.get(one.pk, 0), one.currency),
            closure=closures.get(one.pk),
            matches=matches[one.pk],
            at=at,
        )
        for one in listed
    }


def state_at(campaign: Campaign, *, at: datetime) -> State:
    """The state as a visitor sees it: past its closing a live campaign is closing already."""
    state = State(campaign.state)
    if state == State.LIVE and at >= campaign.closes_at:
        return State.CLOSING
    return state


def _figures(
    campaign: Campaign,
    *,
    tally: Tally,
    raised: Money,
    on_its_way: Money,
    closure: Closure | None,
    matches: tuple[MatchStanding, ...],
    at: datetime,
) -> CampaignFigures:
    uncharged = Money(tally.promised_minor, campaign.currency)
    return CampaignFigures(
        raised=raised,
        promised=Money(closure.promised_minor, campaign.currency) if closure else uncharged,
        uncharged=uncharged,
        on_its_way=on_its_way,
        target=campaign.target,
        supporters=tally.supporters,
        type=Type(campaign.type),
        state=state_at(campaign, at=at),
        reached=closure.reached if closure else None,
        opens_at=campaign.opens_at,
        closes_at=campaign.closes_at,
        matches=matches,
    )


def _on_its_way(ids: list[int]) -> dict[int, int]:
    moving = Payment.objects.filter(
        purpose="pledge", purpose_id=OuterRef("pk"), state__in=UNDER_WAY
    )
    pending = Pledge.objects.filter(Exists(moving), campaign__in=ids, state=PledgeState.PENDING)
    sums = pending.values("campaign").annotate(on_its_way=Sum("amount_minor"))
    return dict(sums.values_list("campaign", "on_its_way"))


def _closures(campaigns: list[Campaign]) -> dict[int, Closure]:
    over = {State.CLOSING, State.ENDED, State.SETTLED, State.CANCELLED}
    ids = [one.pk for one in campaigns if one.state in over]
    return {one.campaign_id: one for one in Closure.objects.filter(campaign__in=ids)} if ids else {}

"""Campaigns as cards, with their figures, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from colletta.campaigns.models import Campaign, CampaignQuerySet, Telling
from colletta.figures import CampaignFigures, figures_of_many
from colletta.pages.bar import Bar, bar_of
from colletta.pages.campaign.words import Ending, ending_of, shares_of
from colletta.pages.time_left import TimeLeft
from colletta.ui.templatetags.ui import page_language


@dataclass(frozen=True)
class Card:
    """What a card shows of a campaign."""

    campaign: Campaign
    text: Telling
    figures: CampaignFigures
    bar: Bar
    time_left: TimeLeft
    ending: Ending | None
    shares: str


def cards_of(campaigns: CampaignQuerySet, *, at: datetime) -> list[Card]:
    """The cards of some campaigns, in their order, as they stand at an instant."""
    listed = list(campaigns.with_telling())
    figures = figures_of_many(listed, at=at)
    return [_card(one, figures[one.pk], at) for one in listed]


def cards_by_id(ids: Iterable[int], *, at: datetime) -> dict[int, Card]:
    """The cards of public campaigns by their ids."""
    cards = cards_of(Campaign.objects.public().filter(pk__in=ids), at=at)
    return {card.campaign.pk: card for card in cards}


def _card(campaign: Campaign, figures: CampaignFigures, at: datetime) -> Card:
    return Card(
        campaign=campaign,
        text=campaign.text_in(page_language()),
        figures=figures,
        bar=bar_of(figures),
        shares=shares_of(figures),
        time_left=TimeLeft(closes_at=campaign.closes_at, at=at),
        ending=ending_of(figures),
    )

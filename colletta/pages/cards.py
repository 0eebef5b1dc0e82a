"""Campaigns as cards, with their figures, in a fixed number of queries."""

from dataclasses import dataclass

from colletta.campaigns.models import Campaign, CampaignQuerySet, CampaignText
from colletta.figures import CampaignFigures, figures_of_many
from colletta.history.clock import now
from colletta.pages.bar import Bar, bar_of
from colletta.pages.campaign.words import Ending, ending_of
from colletta.pages.time_left import TimeLeft
from colletta.ui.templatetags.ui import page_language


@dataclass(frozen=True)
class Card:
    """What a card shows of a campaign."""

    campaign: Campaign
    text: CampaignText
    figures: CampaignFigures
    bar: Bar
    time_left: TimeLeft
    ending: Ending | None


def cards_of(campaigns: CampaignQuerySet) -> list[Card]:
    """The cards of some campaigns, in their order."""
    listed = list(campaigns.with_telling())
    at = now()
    figures = figures_of_many(listed, at=at)
    return [
        Card(
            campaign=one,
            text=one.text_in(page_language()),
            figures=figures[one.pk],
            bar=bar_of(figures[one.pk]),
            time_left=TimeLeft(closes_at=one.closes_at, at=at),
            ending=ending_of(figures[one.pk]),
        )
        for one in listed
    ]

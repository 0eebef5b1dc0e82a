"""The page of a campaign."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from colletta.campaigns.goals import GOALS
from colletta.campaigns.models import Campaign, State, Type
from colletta.community.models import TALKED_ABOUT
from colletta.figures import CampaignFigures, figures_of
from colletta.pages.activity.words import told_of
from colletta.pages.anonymous import anonymous_page
from colletta.pages.bar import bar_of, thresholds_of
from colletta.pages.campaign.matches import match_card
from colletta.pages.campaign.told import Told, told_by
from colletta.pages.campaign.what_if import what_if_of
from colletta.pages.campaign.words import ending_of, shares_of, standing_of, type_sentence
from colletta.pages.describing import campaign_meta
from colletta.pages.subjects import about_campaign
from colletta.pages.time_left import TimeLeft
from colletta.pledges.wall import wall_of
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything about one campaign, the same for every visitor."""
    try:
        told, at = told_by(slug)
    except Campaign.DoesNotExist as unknown:
        raise Http404 from unknown
    found = told.campaign
    figures = figures_of(found, at=at)
    text = found.text_in(page_language())
    context = _money(found, figures) | _telling(told)
    context |= {
        "what_if": what_if_of(figures, told.budget),
        "campaign": found,
        "text": text,
        "meta": campaign_meta(found, figures, page_language()),
        "time_left": TimeLeft(closes_at=found.closes_at, at=at),
        "address": settings.COLLETTA_URL + request.path,
        "is_open": figures.state == State.LIVE,
        "ending": ending_of(figures),
    }
    answer = render(request, "pages/campaign/page.html", context)
    return about_campaign(answer, found, figures.matches)


def _money(found: Campaign, figures: CampaignFigures) -> dict[str, Any]:
    return {
        "figures": figures,
        "bar": bar_of(figures, thresholds_of(figures)),
        "standing": standing_of(figures),
        "type_sentence": type_sentence(Type(found.type)),
        "shares": shares_of(figures),
        "matches": [match_card(one) for one in figures.matches],
        "wall": wall_of(found, supporters=figures.supporters),
    }


def _telling(told: Told) -> dict[str, Any]:
    owner = told.campaign.owner
    return {
        "told": told,
        "goals": [GOALS[number] for number in sorted(told.campaign.sdgs)],
        "budget": told.budget,
        "gallery": told.gallery,
        "rewards": told.rewards,
        "questions": told.questions,
        "updates": told.updates,
        "for_supporters": told.for_supporters,
        "comments": told.comments,
        "threads": told.threads,
        "followed": told.campaign.state in (State.SCHEDULED, State.LIVE, State.CLOSING),
        "activity": [told_of(event) for event in told.activity],
        "talked_about": told.campaign.state in TALKED_ABOUT,
        "about": tell(owner.about, language=page_language(), original=owner.about_language),
    }

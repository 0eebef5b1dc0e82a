"""The page of a campaign."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from colletta.campaigns.goals import GOALS
from colletta.campaigns.models import Campaign, State, Type
from colletta.figures import CampaignFigures, figures_of
from colletta.history.clock import now
from colletta.matching.sentences import sentence_of
from colletta.pages.anonymous import anonymous_page
from colletta.pages.bar import bar_of
from colletta.pages.campaign.plan import budget_of
from colletta.pages.campaign.words import ending_of, standing_of, type_sentence
from colletta.pages.describing import campaign_meta
from colletta.pages.subjects import about_campaign
from colletta.pages.time_left import TimeLeft
from colletta.pledges.wall import wall_of
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything about one campaign, the same for every visitor."""
    public = Campaign.objects.public().with_telling().select_related("cancellation")
    found = get_object_or_404(public, slug=slug)
    at = now()
    figures = figures_of(found, at=at)
    text = found.text_in(page_language())
    context = _money(found, figures) | _telling(found)
    context |= {
        "campaign": found,
        "text": text,
        "meta": campaign_meta(found, figures, page_language()),
        "time_left": TimeLeft(closes_at=found.closes_at, at=at),
        "address": settings.COLLETTA_URL + request.path,
        "is_open": figures.state == State.LIVE,
        "ending": ending_of(figures),
    }
    return about_campaign(render(request, "pages/campaign/page.html", context), found)


def _money(found: Campaign, figures: CampaignFigures) -> dict[str, Any]:
    return {
        "figures": figures,
        "bar": bar_of(figures, [one.match.threshold for one in figures.matches]),
        "standing": standing_of(figures),
        "type_sentence": type_sentence(Type(found.type)),
        "matches": [
            {"match": one.match, "sentence": sentence_of(one.match), "standing": one}
            for one in figures.matches
        ],
        "wall": wall_of(found, supporters=figures.supporters),
        "budget": budget_of(found),
    }


def _telling(found: Campaign) -> dict[str, Any]:
    gallery = found.gallery.select_related("picture").prefetch_related("picture__sizes")
    return {
        "goals": [GOALS[number] for number in sorted(found.sdgs)],
        "gallery": list(gallery),
        "rewards": list(found.rewards.all()),
        "questions": list(found.questions.all()),
        "updates": list(found.updates.all()),
        "comments": list(found.comments.all()),
        "about": tell(
            found.owner.about, language=page_language(), original=found.owner.about_language
        ),
    }

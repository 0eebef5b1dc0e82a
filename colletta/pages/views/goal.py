"""The page of a sustainable development goal."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from colletta.campaigns.goals import GOALS
from colletta.campaigns.models import Campaign
from colletta.pages.cards import cards_of
from colletta.pages.filter import Filter
from colletta.pages.meta import meta_of


@require_safe
def goal(request: HttpRequest, number: int) -> HttpResponse:
    """The goal's name, its sentence, the campaigns that serve it."""
    if number not in GOALS:
        raise Http404
    found = GOALS[number]
    context = {
        "goal": found,
        "cards": cards_of(Filter(goal=str(number)).of(Campaign.objects.public())),
        "meta": meta_of(request, title=str(found.name), description=str(found.sentence)),
    }
    return render(request, "pages/goal.html", context)

"""The page of a sustainable development goal."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from colletta.campaigns.goals import GOALS
from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.pages.anonymous import anonymous_page
from colletta.pages.cards import cards_of
from colletta.pages.describing import list_meta
from colletta.pages.filter import Filter, most_urgent_first
from colletta.pages.paging import address_of, campaigns_on, page_of
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def goal(request: HttpRequest, number: int) -> HttpResponse:
    """The goal's name, its sentence, the campaigns that serve it, the other goals."""
    if number not in GOALS:
        raise Http404
    at = now()
    found = Filter(goal=str(number)).of(Campaign.objects.public(), at=at)
    page = page_of(most_urgent_first(found, at=at), request.GET.get("page"))
    cards = cards_of(campaigns_on(page), at=at)
    title = _("Goal %(number)s: %(name)s") % {"number": number, "name": GOALS[number].name}
    context = {
        "goal": GOALS[number],
        "goals": GOALS.values(),
        "page": page,
        "cards": cards,
        "meta": list_meta(
            title=title,
            description=str(GOALS[number].sentence),
            language=page_language(),
            path=address_of(f"goals/{number}/", page),
            cards=cards,
        ),
    }
    return render(request, "pages/goal.html", context)

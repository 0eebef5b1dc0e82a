"""The front page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from colletta.campaigns.models import Campaign
from colletta.pages.cards import cards_of
from colletta.pages.filter import filter_of
from colletta.pages.meta import meta_of

SHOWN = 12


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this place is, then its campaigns: those that close soonest first."""
    chosen = filter_of(request.GET)
    found = chosen.of(Campaign.objects.public())
    description = _("Campaigns of people near you, every sum in open books.")
    facts = {"@type": "WebSite", "name": settings.SITE_NAME, "url": settings.COLLETTA_URL}
    context = {
        "cards": cards_of(found[:SHOWN]),
        "total": found.count(),
        "chosen": chosen,
        "meta": meta_of(
            request,
            title=_("Raise money together"),
            description=description,
            facts=facts,
        ),
    }
    return render(request, "pages/home.html", context)

"""The page of an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.pages.anonymous import anonymous_page
from colletta.pages.cards import cards_of
from colletta.pages.describing import organisation_meta
from colletta.pages.filter import most_urgent_first
from colletta.pages.paging import address_of, campaigns_on, page_of
from colletta.people.models import Organisation
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Who the organisation is, how to reach it, its campaigns."""
    found = get_object_or_404(Organisation, slug=slug)
    at = now()
    theirs = Campaign.objects.public().filter(owner_organisation=found)
    page = page_of(most_urgent_first(theirs, at=at), request.GET.get("page"))
    cards = cards_of(campaigns_on(page), at=at)
    language = page_language()
    context = {
        "organisation": found,
        "about": tell(found.about, language=language, original=found.about_language),
        "cards": cards,
        "page": page,
        "meta": organisation_meta(
            found,
            language=language,
            path=address_of(f"organisations/{slug}/", page),
            cards=cards,
        ),
    }
    return render(request, "pages/organisation.html", context)

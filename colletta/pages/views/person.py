"""The page of a person who chose to show it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.pages.anonymous import anonymous_page
from colletta.pages.cards import cards_of
from colletta.pages.filter import most_urgent_first
from colletta.pages.meta import meta_of
from colletta.pages.paging import campaigns_on, page_of
from colletta.people.models import Person
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def person(request: HttpRequest, public_id: str) -> HttpResponse:
    """Name, about and campaigns; neither address nor gifts. 404 unless it is shown."""
    found = get_object_or_404(Person.objects.with_page(), public_id=public_id)
    at = now()
    theirs = Campaign.objects.public().filter(owner_person=found)
    page = page_of(most_urgent_first(theirs, at=at), request.GET.get("page"))
    context = {
        "person": found,
        "about": tell(found.about, language=page_language(), original=found.about_language),
        "cards": cards_of(campaigns_on(page), at=at),
        "page": page,
        "meta": meta_of(request, title=found.name),
    }
    return render(request, "pages/person.html", context)

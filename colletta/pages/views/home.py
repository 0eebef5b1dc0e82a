"""The front page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from colletta.history.clock import now
from colletta.pages.anonymous import anonymous_page
from colletta.pages.choices import selects_of
from colletta.pages.describing import the_sites_preview
from colletta.pages.filter import Filter, filter_of
from colletta.pages.meta import PageMeta
from colletta.pages.shelves import shelves
from colletta.pages.structured import the_site
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def home(request: HttpRequest) -> HttpResponse:
    """What this place is, then its campaigns: those that close soonest first.

    A filter in the address leads to the list of all campaigns, which knows how to filter.
    """
    if query := filter_of(request.GET).query:
        return HttpResponseRedirect(f"{reverse('pages:browse')}?{query}")
    at = now()
    selects = selects_of(Filter(), at=at)
    categories = [choice for choice in selects[0].choices if choice.count]
    context = {
        "shelves": shelves(at=at),
        "selects": selects,
        "categories": categories,
        "total": sum(choice.count for choice in categories),
        "meta": _meta(page_language()),
    }
    return render(request, "pages/home.html", context)


def _meta(language: str) -> PageMeta:
    return PageMeta(
        title=settings.SITE_NAME,
        description=_(
            "Projects that a neighbourhood needs, paid for by the people who live there. "
            "Choose one, see where the money goes, give in under a minute."
        ),
        language=language,
        path="",
        preview=the_sites_preview(),
        facts=the_site(language),
    )

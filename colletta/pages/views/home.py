"""The front page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from colletta.campaigns.categories import Category
from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.pages.anonymous import anonymous_page
from colletta.pages.choices import by_categories
from colletta.pages.describing import the_sites_preview
from colletta.pages.meta import PageMeta
from colletta.pages.shelves import shelves
from colletta.pages.structured import the_site
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def home(request: HttpRequest) -> HttpResponse:
    """What this place is, then its campaigns: those that close soonest first."""
    counts = by_categories(Campaign.objects.public())
    context = {
        "shelves": shelves(at=now()),
        "categories": [(one, counts[one]) for one in Category if one in counts],
        "total": sum(counts.values()),
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

"""What search engines, networks and phones ask every site for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from colletta.campaigns.models import Campaign
from colletta.matching.models import Call
from colletta.pages.anonymous import anonymous_page
from colletta.pages.choices import by_goals
from colletta.pages.meta import PageMeta
from colletta.people.models import Organisation

# A sitemap holds 50,000 addresses (sitemaps.org): both kinds in two languages, and a few pages.
MOST_OF_A_KIND = 12_000
ICON_SIDES = (192, 512)


@anonymous_page
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but forms and the page of components."""
    context = {"languages": [code for code, _ in settings.LANGUAGES], "url": settings.COLLETTA_URL}
    return render(request, "pages/robots.txt", context, content_type="text/plain; charset=utf-8")


@anonymous_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in each language, the newest campaigns first."""
    paths = ["", "campaigns/", *_campaigns(), *_organisations(), *_goals(), *_calls()]
    codes = [code for code, _ in settings.LANGUAGES]
    pages = [
        PageMeta(title="", description="", language=code, path=path)
        for path in paths
        for code in codes
    ]
    return render(request, "pages/sitemap.xml", {"pages": pages}, content_type="application/xml")


@anonymous_page
def manifest(request: HttpRequest) -> HttpResponse:
    """Name and icons for the home screen of a phone."""
    icons = [
        {
            "src": static(f"pages/icon-{side}.png"),
            "sizes": f"{side}x{side}",
            "type": "image/png",
            "purpose": "any maskable",
        }
        for side in ICON_SIDES
    ]
    named = {"name": settings.SITE_NAME, "start_url": "/", "display": "browser", "icons": icons}
    return JsonResponse(named, content_type="application/manifest+json")


@require_safe
@cache_control(public=True, max_age=3600)
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon, for programmes that look for it at this address without reading the page."""
    return HttpResponseRedirect(static("pages/icon-32.png"))


def _campaigns() -> list[str]:
    slugs = Campaign.objects.public().order_by("-opens_at", "-id").values_list("slug", flat=True)
    return [f"campaigns/{slug}/" for slug in slugs[:MOST_OF_A_KIND]]


def _organisations() -> list[str]:
    having = Organisation.objects.filter(campaigns__in=Campaign.objects.public())
    slugs = having.order_by("slug").values_list("slug", flat=True).distinct()
    return [f"organisations/{slug}/" for slug in slugs[:MOST_OF_A_KIND]]


def _calls() -> list[str]:
    slugs = Call.objects.public().order_by("-pk").values_list("slug", flat=True)
    return ["calls/", *(f"calls/{slug}/" for slug in slugs[:MOST_OF_A_KIND])]


def _goals() -> list[str]:
    return [f"goals/{number}/" for number in sorted(by_goals(Campaign.objects.public()), key=int)]

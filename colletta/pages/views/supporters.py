"""Everybody who supports a campaign and shows it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from colletta.campaigns.models import Campaign
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.pages.anonymous import anonymous_page
from colletta.pages.meta import meta_of
from colletta.pages.subjects import about_campaign
from colletta.pledges.models import Pledge
from colletta.pledges.wall import entry_of, with_amounts
from colletta.ui.templatetags.ui import page_language

ON_A_PAGE = 100


@anonymous_page
def supporters(request: HttpRequest, slug: str) -> HttpResponse:
    """The wall, page by page: gifts with their amounts, or names without."""
    campaign = get_object_or_404(Campaign.objects.public().with_telling(), slug=slug)
    by_name = request.GET.get("show") == "names"
    gifts = Pledge.objects.filter(campaign=campaign)
    listed = gifts.with_public_name_only() if by_name else with_amounts(campaign)
    page = Paginator(listed, ON_A_PAGE).get_page(request.GET.get("page"))
    text = campaign.text_in(page_language())
    context = {
        "campaign": campaign,
        "text": text,
        "by_name": by_name,
        "page": page,
        "entries": [entry_of(pledge) for pledge in page],
        "figures": figures_of(campaign, at=now()),
        "meta": meta_of(request, title=_("Supporters of %(title)s") % {"title": text.title}),
    }
    page_of_names = render(request, "pages/campaign/supporters.html", context)
    return about_campaign(page_of_names, campaign)

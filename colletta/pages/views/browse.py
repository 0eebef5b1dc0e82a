"""All campaigns, filtered and paged."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from colletta.campaigns.models import Campaign
from colletta.pages.cards import cards_of
from colletta.pages.filter import filter_of
from colletta.pages.meta import meta_of

ON_A_PAGE = 24


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """The campaigns that the address asks for, as cards."""
    chosen = filter_of(request.GET)
    page = Paginator(chosen.of(Campaign.objects.public()), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "cards": cards_of(page.object_list),
        "page": page,
        "chosen": chosen,
        "meta": meta_of(request, title=_("All campaigns")),
    }
    return render(request, "pages/browse.html", context)

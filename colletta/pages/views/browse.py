"""All campaigns, filtered and paged."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.pages.anonymous import anonymous_page
from colletta.pages.cards import cards_of
from colletta.pages.choices import Select, selects_of
from colletta.pages.describing import list_meta
from colletta.pages.filter import filter_of, most_urgent_first
from colletta.pages.paging import address_of, campaigns_on, page_of
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def browse(request: HttpRequest) -> HttpResponse:
    """The campaigns that the address asks for, as cards.

    Every list has one address: a query that says the same in other words leads to it.
    """
    at = now()
    chosen = filter_of(request.GET)
    found = most_urgent_first(chosen.of(Campaign.objects.public(), at=at), at=at)
    page = page_of(found, request.GET.get("page"))
    address = address_of(request.path, page, chosen.query)
    if request.get_full_path() != address:
        return HttpResponseRedirect(address)
    cards = cards_of(campaigns_on(page), at=at)
    selects = selects_of(chosen, at=at)
    context = {
        "cards": cards,
        "page": page,
        "chosen": chosen,
        "selects": selects,
        "removals": [(one.chosen, chosen.without(one.name)) for one in selects if one.chosen],
        "meta": list_meta(
            title=_title(selects),
            description=_("Every campaign of this place: open, coming up, over."),
            language=page_language(),
            path=address_of("campaigns/", page, chosen.query),
            cards=cards,
        ),
    }
    return render(request, "pages/browse.html", context)


def _title(selects: list[Select]) -> str:
    """The choices as a title, so that two filtered lists are not called the same."""
    labels = [str(one.chosen.label) for one in selects if one.chosen]
    return " · ".join([_("All campaigns") if not labels else _("Campaigns"), *labels])

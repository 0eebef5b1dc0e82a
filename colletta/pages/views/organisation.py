"""The page of an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.html import strip_tags
from django.views.decorators.http import require_safe

from colletta.campaigns.models import Campaign
from colletta.pages.cards import cards_of
from colletta.pages.filter import Filter
from colletta.pages.meta import meta_of
from colletta.people.models import Organisation
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Who the organisation is, how to reach it, its campaigns."""
    found = get_object_or_404(Organisation, slug=slug)
    about = tell(found.about, language=page_language(), original=found.about_language)
    campaigns = Filter().of(Campaign.objects.public().filter(owner_organisation=found))
    context = {
        "organisation": found,
        "about": about,
        "cards": cards_of(campaigns),
        "meta": meta_of(
            request,
            title=found.name,
            description=strip_tags(about.text),
            facts={"@type": "Organization", "name": found.name},
        ),
    }
    return render(request, "pages/organisation.html", context)

"""One update by itself, for whoever has its address from a letter or a feed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from colletta.campaigns.models import Campaign
from colletta.community.models import TALKED_ABOUT, Update
from colletta.community.threads import threads_about, threads_of
from colletta.pages.anonymous import anonymous_page
from colletta.pages.meta import meta_of
from colletta.pages.subjects import about_campaign
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def update(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Title, day and text; 404 for one that waits for its time, or was hidden."""
    campaign = get_object_or_404(Campaign.objects.public().with_telling(), slug=slug)
    told = Update.objects.told().prefetch_related("pictures__picture__sizes")
    found = get_object_or_404(told, campaign=campaign, pk=number)
    title = tell(found.titles, language=page_language(), original=found.language)
    context = {
        "campaign": campaign,
        "text": campaign.text_in(page_language()),
        "update": found,
        "threads": threads_of(campaign, threads_about(found)),
        "talked_about": campaign.state in TALKED_ABOUT,
        "meta": meta_of(request, title=title.text),
    }
    return about_campaign(render(request, "pages/updates/one.html", context), campaign)

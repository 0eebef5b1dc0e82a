"""Where supporting a campaign begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from colletta.campaigns.models import Campaign, State
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.pages.campaign.words import ending_of
from colletta.pages.meta import meta_of
from colletta.ui.templatetags.ui import page_language


@never_cache
@require_safe
def pledge_new(request: HttpRequest, slug: str) -> HttpResponse:
    """How to give to this campaign: this site takes no payments by itself yet."""
    campaign = get_object_or_404(Campaign.objects.public().with_telling(), slug=slug)
    text = campaign.text_in(page_language())
    figures = figures_of(campaign, at=now())
    context = {
        "campaign": campaign,
        "text": text,
        "is_open": figures.state == State.LIVE,
        "ending": ending_of(figures),
        "meta": meta_of(request, title=_("Support %(title)s") % {"title": text.title}),
    }
    return render(request, "pages/campaign/pledge_new.html", context)

"""What is told to supporters only: all of it for whoever signs in, one update by a signed link."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from colletta.campaigns.models import Campaign
from colletta.community.models import TALKED_ABOUT, Update
from colletta.community.readers import reads_what_supporters_read
from colletta.community.threads import threads_about, threads_of
from colletta.community.update_link import LinkIsNotOurs, update_of
from colletta.pages.private import private_page
from colletta.people.models import Person
from colletta.ui.templatetags.ui import page_language


@private_page
@login_required
@require_safe
def for_supporters(request: HttpRequest, slug: str) -> HttpResponse:
    """The updates for supporters, newest first; 403 with the way there for whoever is none."""
    assert isinstance(request.user, Person)
    campaign = get_object_or_404(Campaign.objects.public().with_telling(), slug=slug)
    reads = reads_what_supporters_read(request.user, campaign)
    updates = Update.objects.told_to_supporters().filter(campaign=campaign) if reads else []
    context = {
        "campaign": campaign,
        "text": campaign.text_in(page_language()),
        "reads": reads,
        "updates": updates,
    }
    status = 200 if reads else 403
    return render(request, "pages/updates/for_supporters.html", context, status=status)


@private_page
@login_required
@require_safe
def one_for_supporters(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One of them with what its readers say; 404 for whoever is none of them."""
    assert isinstance(request.user, Person)
    campaign = get_object_or_404(Campaign.objects.public().with_telling(), slug=slug)
    if not reads_what_supporters_read(request.user, campaign):
        raise Http404
    told = Update.objects.told_to_supporters()
    return _shown(request, campaign, get_object_or_404(told, campaign=campaign, pk=number))


@private_page
@require_safe
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same for the supporter in whose letter the link stands."""
    try:
        found = update_of(token)
    except LinkIsNotOurs as others:
        raise Http404 from others
    public = Campaign.objects.public().with_telling()
    return _shown(request, get_object_or_404(public, pk=found.campaign_id), found)


def _shown(request: HttpRequest, campaign: Campaign, update: Update) -> HttpResponse:
    context = {
        "campaign": campaign,
        "text": campaign.text_in(page_language()),
        "update": update,
        "threads": threads_of(campaign, threads_about(update)),
        "talked_about": campaign.state in TALKED_ABOUT,
    }
    return render(request, "pages/updates/one_for_supporters.html", context)

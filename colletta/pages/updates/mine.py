"""The campaigns that somebody looks after, with what they can do for them."""

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from colletta.community.models import TALKED_ABOUT, Update
from colletta.community.rights import WRITING, campaigns_of
from colletta.pages.private import private_page
from colletta.people.models import Person
from colletta.ui.templatetags.ui import page_language


@private_page
@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Each with its page, a way to write an update, and those that wait for their time."""
    assert isinstance(request.user, Person)
    waiting = Update.objects.filter(told_at=None, hidden_at=None).order_by("published_at")
    found = campaigns_of(request.user).public().with_telling().order_by("-opens_at")
    campaigns = found.prefetch_related(Prefetch("updates", queryset=waiting, to_attr="coming"))
    theirs = set(campaigns_of(request.user, roles=WRITING).values_list("pk", flat=True))
    rows = [
        {
            "campaign": campaign,
            "text": campaign.text_in(page_language()),
            "writes": campaign.pk in theirs and campaign.state in TALKED_ABOUT,
        }
        for campaign in campaigns
    ]
    return render(request, "pages/updates/mine.html", {"rows": rows})

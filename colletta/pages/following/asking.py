"""Asking to hear of a campaign, with a sign-in or an address alone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.campaigns.models import Campaign
from colletta.community.actions.follow_campaign import follow_campaign
from colletta.community.follow_link import token_of
from colletta.community.forms import FollowForm
from colletta.community.models import Follow
from colletta.history.clock import now
from colletta.limits.actions.count_words import count_words
from colletta.limits.actions.pass_gate import TooManyTries
from colletta.pages.private import private_page
from colletta.people.models import Person
from colletta.ui.templatetags.ui import page_language


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; then the choices of whoever is signed in, or the letter that asks anybody else."""
    campaign = get_object_or_404(Campaign.objects.public(), slug=slug)
    person = request.user if isinstance(request.user, Person) else None
    typed = request.POST if request.method == "POST" else None
    form = FollowForm(typed, initial={"email": person.email if person else ""})
    context: dict[str, Any] = {"campaign": campaign, "text": campaign.text_in(page_language())}
    if form.is_valid():
        follow = _asked(request, campaign, form, person)
        # Anybody else learns nothing of whether the address follows already.
        if follow is not None and person is not None and follow.person == person:
            return redirect("following:choices", token_of(follow))
        if follow is not None:
            more = {"email": form.cleaned_data["email"]}
            return render(request, "pages/following/asked.html", context | more)
    status = 422 if form.errors else 200
    return render(request, "pages/following/new.html", context | {"form": form}, status=status)


def _asked(
    request: HttpRequest, campaign: Campaign, form: FollowForm, person: Person | None
) -> Follow | None:
    """None where too many were asked for from there, which the form says."""
    try:
        count_words(kind="follow", address=request.META.get("REMOTE_ADDR", ""))
    except TooManyTries:
        form.add_error(None, _("Too many addresses came from here. Please try again later."))
        return None
    return follow_campaign(
        campaign_id=campaign.pk,
        email=form.cleaned_data["email"],
        language=page_language(),
        person=person,
        at=now(),
    )

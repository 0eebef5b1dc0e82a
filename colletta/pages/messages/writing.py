"""Writing to the people of a campaign."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.campaigns.models import Campaign
from colletta.community.actions.begin_conversation import begin_conversation
from colletta.community.forms import ContactForm
from colletta.community.models import Conversation
from colletta.history.clock import now
from colletta.limits.actions.count_words import count_words
from colletta.limits.actions.pass_gate import TooManyTries
from colletta.pages.private import private_page
from colletta.people.models import Person
from colletta.ui.templatetags.ui import page_language


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and after it where the answer will come."""
    # Whoever erased themselves reads nothing any more.
    found = Campaign.objects.public().with_telling().filter(owner_person__erased_at__isnull=True)
    campaign = get_object_or_404(found, slug=slug)
    form = ContactForm(request.POST or None, initial=_known(request))
    context: dict[str, Any] = {"campaign": campaign, "text": campaign.text_in(page_language())}
    sent = request.method == "POST" and form.is_valid()
    if sent and (begun := _begun(request, campaign, form)) is not None:
        return render(request, "pages/messages/sent.html", context | {"begun": begun})
    status = 422 if form.errors else 200
    return render(request, "pages/messages/new.html", context | {"form": form}, status=status)


def _known(request: HttpRequest) -> dict[str, Any]:
    known: dict[str, Any] = {"key": uuid.uuid4()}
    if isinstance(request.user, Person):
        known |= {"name": request.user.name, "email": request.user.email}
    return known


def _begun(request: HttpRequest, campaign: Campaign, form: ContactForm) -> Conversation | None:
    """None where nothing was written, which the form says."""
    typed, person = form.cleaned_data, request.user
    try:
        count_words(kind="message", address=request.META.get("REMOTE_ADDR", ""))
    except TooManyTries:
        form.add_error(None, _("Too many messages came from here. Please try again later."))
        return None
    return begin_conversation(
        campaign_id=campaign.pk,
        name=typed["name"],
        email=typed["email"],
        text=typed["text"],
        language=page_language(),
        key=typed["key"],
        # Whoever gives another address than their own reads the answer there, as a guest.
        person_id=person.pk
        if isinstance(person, Person) and person.email == typed["email"]
        else None,
        at=now(),
    )

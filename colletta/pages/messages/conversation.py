"""One conversation: what was written, and the form for the next message."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.community.actions.answer_conversation import (
    AnotherConversation,
    answer_conversation,
)
from colletta.community.forms import AnswerForm
from colletta.community.letterbox import LinkIsNotOurs, conversations_of, opened_by
from colletta.community.models import Conversation, Speaker
from colletta.history.clock import now
from colletta.limits.actions.count_words import count_words
from colletta.limits.actions.pass_gate import TooManyTries
from colletta.pages.private import private_page
from colletta.people.models import Person
from colletta.ui.templatetags.ui import page_language


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """For whoever holds the signed link of a letter; an altered one is answered 404."""
    try:
        conversation, speaker = opened_by(token)
    except LinkIsNotOurs:
        return render(request, "pages/pledging/no_such_link.html", status=404)
    return _page(request, conversation, speaker, person=None)


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def signed_in(request: HttpRequest, number: int) -> HttpResponse:
    """For whoever began it, and for the people who look after the campaign."""
    assert isinstance(request.user, Person)
    found = conversations_of(request.user).filter(pk=number).first()
    if found is None:
        raise Http404
    own = found.person_id == request.user.pk
    speaker = Speaker.WRITER if own else Speaker.OWNER
    return _page(request, found, speaker, person=request.user)


def _page(
    request: HttpRequest, found: Conversation, speaker: Speaker, *, person: Person | None
) -> HttpResponse:
    form = AnswerForm(request.POST or None, initial={"key": uuid.uuid4()})
    if request.method == "POST" and form.is_valid() and _answered(request, found, speaker, form):
        return redirect(request.path + "#last")
    context: dict[str, Any] = {
        "conversation": found,
        "campaign": found.campaign,
        "text": found.campaign.text_in(page_language()),
        "said": list(found.messages.select_related("person")),
        "speaker": speaker,
        "form": form,
        "signed_in": person is not None,
        "other": found.campaign.owner.name if speaker == Speaker.WRITER else found.name,
    }
    status = 422 if form.errors else 200
    return render(request, "pages/messages/conversation.html", context, status=status)


def _answered(
    request: HttpRequest, found: Conversation, speaker: Speaker, form: AnswerForm
) -> bool:
    """Whether the answer was written; the form says why not."""
    try:
        count_words(kind="message", address=request.META.get("REMOTE_ADDR", ""))
        answer_conversation(
            conversation_id=found.pk,
            side=speaker,
            person_id=request.user.pk if isinstance(request.user, Person) else None,
            text=form.cleaned_data["text"],
            key=form.cleaned_data["key"],
            at=now(),
        )
    except TooManyTries:
        form.add_error(None, _("Too many messages came from here. Please try again later."))
        return False
    except AnotherConversation:
        form.add_error(None, _("This form is too old. Please send it again."))
        return False
    return True

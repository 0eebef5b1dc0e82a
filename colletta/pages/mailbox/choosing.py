"""Which letters come to a mailbox, chosen by its signed link or signed in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from colletta.history.clock import now
from colletta.mail.actions.choose_timings import choose_timings
from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Mailbox
from colletta.mail.preference_link import LinkIsNotOurs, mailbox_of, topics_in
from colletta.mail.preferences import timings_of
from colletta.pages.mailbox.concern import topics_for
from colletta.pages.mailbox.forms import TimingsForm
from colletta.pages.private import private_page
from colletta.people.models import Person


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The choices of the mailbox whose letters hold the link; an altered one is answered 404."""
    try:
        return _page(request, mailbox_of(token))
    except LinkIsNotOurs:
        return _no_such_link(request)


@private_page
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """The choices of whoever is signed in."""
    assert isinstance(request.user, Person)
    return _page(request, Mailbox.objects.at(request.user.email))


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, token: str, topics: str) -> HttpResponse:
    """One click of a mail program, or on the page of a GET, ends letters about these topics.

    It carries no token of ours: the program that posts has none (RFC 8058), and the link is secret.
    """
    try:
        mailbox = mailbox_of(token)
    except LinkIsNotOurs:
        return _no_such_link(request)
    ended = topics_in(topics)
    if request.method != "POST":
        context = {"topics": ended, "mailbox": mailbox, "token": token}
        return render(request, "pages/mailbox/end.html", context)
    _choose(mailbox, dict.fromkeys(ended, Timing.NEVER))
    return redirect(f"{reverse('mailbox:by_link', args=[token])}?ended={topics}")


def _page(request: HttpRequest, mailbox: Mailbox) -> HttpResponse:
    """The form. "None of these" chooses never for all that it shows."""
    typed = request.POST if request.method == "POST" else None
    topics = topics_for(mailbox)
    form = TimingsForm(typed, topics=topics, now=timings_of(mailbox))
    none = typed is not None and "none" in typed
    if none or form.is_valid():
        _choose(mailbox, dict.fromkeys(topics, Timing.NEVER) if none else form.timings)
        messages.success(request, _("Your choice is saved."))
        return redirect(request.path)
    never = [topic for topic, timing in timings_of(mailbox).items() if timing == Timing.NEVER]
    ended = [topic for topic in topics_in(request.GET.get("ended", "")) if topic in never]
    context = {"form": form, "mailbox": mailbox, "ended": ended}
    status = 422 if form.errors else 200
    return render(request, "pages/mailbox/choices.html", context, status=status)


def _choose(mailbox: Mailbox, timings: dict[Topic, Timing]) -> None:
    choose_timings(mailbox_id=mailbox.pk, timings=timings, at=now())


def _no_such_link(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/pledging/no_such_link.html", status=404)

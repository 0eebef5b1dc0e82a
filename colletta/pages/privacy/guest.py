"""What is held about whoever opened the link that was mailed to them."""

from collections.abc import Callable
from functools import wraps

from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from colletta.history.clock import now
from colletta.pages.privacy.answers import (
    Ways,
    erased_in,
    give_export,
    show_erasure,
    show_held,
)
from colletta.pages.private import private_page
from colletta.privacy.links import LinkIsOver, subject_of_link
from colletta.privacy.subject import Subject

View = Callable[[HttpRequest, Subject, Ways], HttpResponse]


def behind_the_link(view: View) -> Callable[..., HttpResponseBase]:
    """Whoever opened it; one that is over, or was made up, is answered 404."""

    @private_page
    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        try:
            subject = subject_of_link(token, at=now())
        except LinkIsOver:
            return render(request, "pages/privacy/link_is_over.html", status=404)
        names = ("privacy:guest", "privacy:guest_export", "privacy:guest_erasure")
        return view(request, subject, Ways(*(reverse(name, args=[token]) for name in names)))

    return answer


@behind_the_link
@require_safe
def held(request: HttpRequest, subject: Subject, ways: Ways) -> HttpResponse:
    """What is held."""
    return show_held(request, subject, ways)


@behind_the_link
@require_safe
def export(request: HttpRequest, subject: Subject, ways: Ways) -> HttpResponse:
    """Everything as a file."""
    return give_export(subject)


@behind_the_link
@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request: HttpRequest, subject: Subject, ways: Ways) -> HttpResponse:
    """What it means; then it is done."""
    return show_erasure(request, subject, ways)


@private_page
@require_safe
def erased(request: HttpRequest, told: str) -> HttpResponse:
    """That it is done, what was kept, until when."""
    try:
        done = erased_in(told)
    except BadSignature as made_up:
        raise Http404 from made_up
    context = {"receipts": done.receipts, "until": done.until}
    return render(request, "pages/privacy/erased.html", context)

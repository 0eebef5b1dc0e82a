"""Pages for what is refused for now: a form that is too old, too many tries."""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from colletta.people.joining.waiting import seconds_to_wait


def form_is_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What was sent does not come from a page of ours, or its page has waited too long."""
    context = {"again": request.get_full_path()}
    return _refuse(request, "pages/form_is_too_old.html", HTTPStatus.FORBIDDEN, context)


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """Somebody tried too often; the page says when to try again."""
    seconds = seconds_to_wait(request)
    context = {"minutes": -(-seconds // 60), "again": request.get_full_path()}
    page = _refuse(request, "pages/too_many_tries.html", HTTPStatus.TOO_MANY_REQUESTS, context)
    page["Retry-After"] = str(seconds)
    return page


def _refuse(
    request: HttpRequest, template: str, status: HTTPStatus, context: Mapping[str, object]
) -> HttpResponse:
    page = render(request, template, dict(context), status=status)
    page["Cache-Control"] = "no-store"
    return page

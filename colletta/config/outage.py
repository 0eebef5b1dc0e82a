"""What a visitor sees while the database cannot be reached, or is busy with others."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from colletta.history.second_try import TRIES, sqlstate_of

Answer = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)


class OutageMiddleware:
    """Answers 503, with when to come back, where a view could not reach the database.

    So it does where a transaction was broken off more often than we try it again.

    Providers send a notice again after a 503, so nothing of theirs is lost either.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a lost database into a page; every other exception stays what it is."""
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        busy = sqlstate_of(exception) in TRIES
        log.error("The database %s: %s", "is busy" if busy else "could not be reached", exception)
        page = render_to_string("ui/outage.html", {"busy": busy})
        wait = "5" if busy else "30"
        return HttpResponse(
            page, status=503, headers={"Retry-After": wait, "Cache-Control": "no-store"}
        )

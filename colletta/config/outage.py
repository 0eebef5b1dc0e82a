"""What a visitor sees while the database cannot be reached."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

Answer = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)


class OutageMiddleware:
    """Answers 503, with when to come back, where a view could not reach the database.

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
        log.error("The database could not be reached: %s", exception)
        page = render_to_string("ui/outage.html")
        return HttpResponse(
            page, status=503, headers={"Retry-After": "30", "Cache-Control": "no-store"}
        )

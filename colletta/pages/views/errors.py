"""Pages for what is not there, and for what went wrong."""

import logging
from http import HTTPStatus

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from colletta.campaigns.models import Campaign
from colletta.pages.cards import Card, cards_of

log = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is nothing at this address: says so in the page's language, with ways on."""
    context = {"cards": _some_campaigns()}
    return render(request, "pages/not_found.html", context, status=HTTPStatus.NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:
    """Something broke on our side: a page that needs neither database nor language."""
    return HttpResponseServerError(render_to_string("pages/broken.html"))


def _some_campaigns() -> list[Card]:
    try:
        return cards_of(Campaign.objects.live().order_by("closes_at")[:3])
    except DatabaseError:
        log.exception("a page that was not found could not show any campaigns")
        return []

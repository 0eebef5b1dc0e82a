"""Pages for what is not there, and for what went wrong."""

import logging
import re
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import is_valid_path
from django.utils import translation
from django.utils.cache import patch_vary_headers

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.pages.anonymous import has_session
from colletta.pages.cards import Card, cards_of
from colletta.pages.filter import those
from colletta.pages.languages import language_in, preferred_by

SHOWN = 3
# An address such as /de/campaigns/: something that looks like a language comes first.
STRANGE = re.compile(r"/(?P<language>[a-z]{2,3}([-_][A-Za-z]{2,4})?)/(?P<rest>.*)")
log = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is nothing at this address: says so in the page's language, with ways on.

    Where the address asks for a language that the site does not speak, both that it speaks are
    offered, with the same page if there is one.
    """
    offered = _in_known_languages(request)
    context = {"offered": offered, "cards": [] if offered else _some_campaigns()}
    answer = render(request, "pages/not_found.html", context, status=HTTPStatus.NOT_FOUND)
    kept = "private, no-store" if has_session(request) else "public, max-age=0, must-revalidate"
    answer["Cache-Control"] = kept
    patch_vary_headers(answer, ["Cookie"])
    return answer


def broken(request: HttpRequest) -> HttpResponse:
    """Something broke on our side: a page that needs no database and nothing of the site's."""
    language = language_in(request.path_info) or preferred_by(request)
    with translation.override(language):
        page = render_to_string("pages/broken.html", {"language": language})
    return HttpResponseServerError(page, headers={"Cache-Control": "no-store"})


def _in_known_languages(request: HttpRequest) -> list[tuple[str, str]]:
    """Addresses of the same page in each language, for one asked in a language nobody speaks."""
    found = STRANGE.fullmatch(request.path_info)
    if found is None or language_in(request.path_info):
        return []
    return [(code, _known_address(code, found["rest"])) for code, _ in settings.LANGUAGES]


def _known_address(code: str, rest: str) -> str:
    path = f"/{code}/{rest}"
    with translation.override(code):  # the patterns begin with the language that is spoken
        return path if is_valid_path(path) else f"/{code}/"


def _some_campaigns() -> list[Card]:
    try:
        at = now()
        live = Campaign.objects.public().filter(those("open", at=at))
        return cards_of(live.order_by("closes_at", "id")[:SHOWN], at=at)
    except (DatabaseError, InterfaceError):
        log.exception("a page that was not found could not show any campaigns")
        return []

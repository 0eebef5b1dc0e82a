"""The language of a page is the first word of its address."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import is_valid_path
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

Answer = Callable[[HttpRequest], HttpResponse]


class AddressLanguageMiddleware:
    """Speaks the language that the address names, and no cookie ever changes it.

    A public address without a language leads to the same address in the visitor's. Django's own
    middleware asks a cookie first and would let the answer vary with every cookie.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = language_in(request.path_info)
        language = named or preferred_by(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.answer(request)
        if named is None and response.status_code == 404:
            response = onward(request, language) or response
            patch_vary_headers(response, ["Accept-Language"])
        return response


def language_in(path: str) -> str | None:
    """The language that an address begins with, if it is one of the site's."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in dict(settings.LANGUAGES) else None


def preferred_by(request: HttpRequest) -> str:
    """The first language of the visitor's that the site speaks (RFC 9110, section 12.5.4)."""
    known = dict(settings.LANGUAGES)
    wanted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    spoken = (code.partition("-")[0] for code, _ in wanted)
    return next((code for code in spoken if code in known), settings.LANGUAGE_CODE)


def onward(request: HttpRequest, language: str) -> HttpResponse | None:
    """To the same address in a language, where there is one; nothing can be sent to it here."""
    path = f"/{language}{request.path_info}"
    needs_slash = not is_valid_path(path)
    if needs_slash and not is_valid_path(f"{path}/"):
        return None
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    return HttpResponseRedirect(
        f"/{language}{request.get_full_path(force_append_slash=needs_slash)}"
    )

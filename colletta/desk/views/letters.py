"""Every letter of the site, as it will look."""

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from colletta.desk.letters.preview import Preview, preview_of
from colletta.mail.kinds import KINDS
from colletta.mail.showing import OF_A_LETTER
from colletta.people.desk import desk_page

LANGUAGES = [code for code, _ in settings.LANGUAGES]


@desk_page()
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """All kinds: what cannot be switched off first, then topic by topic."""
    language = get_language() or settings.LANGUAGE_CODE
    listed = [preview_of(name, language=language) for name in KINDS]
    listed.sort(key=lambda one: one.kind.topic or "")
    return render(request, "desk/letters_page/list.html", {"listed": listed})


@csp_update({"frame-src": [SELF]})
@desk_page()
@require_safe
def letter(request: HttpRequest, kind: str) -> HttpResponse:
    """One letter with words that nobody wrote: its text, and how it looks."""
    context = {"letter": _asked(request, kind), "languages": settings.LANGUAGES}
    return render(request, "desk/letters_page/letter.html", context)


@xframe_options_sameorigin
@csp_replace(OF_A_LETTER)
@desk_page()
@require_safe
def letter_as_it_looks(request: HttpRequest, kind: str) -> HttpResponse:
    """The letter's own HTML."""
    return HttpResponse(_asked(request, kind).html)


def _asked(request: HttpRequest, kind: str) -> Preview:
    """With `?in=` another language than the page's, with `?case=` another case. Raises Http404."""
    language = request.GET.get("in", get_language() or settings.LANGUAGE_CODE)
    number = request.GET.get("case", "0")
    if language not in LANGUAGES or not (number.isascii() and number.isdecimal()):
        raise Http404
    try:
        return preview_of(kind, language=language, number=int(number[:4]))
    except LookupError as unknown:
        raise Http404 from unknown

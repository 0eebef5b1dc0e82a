"""The outbox of a demonstration: every letter that would have been mailed, for all to read."""

from typing import NamedTuple

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin

from colletta.mail.models import Letter, Withheld
from colletta.mail.showing import OF_A_LETTER
from colletta.pages.demonstration import demonstration_page

ON_A_PAGE = 30


class Standing(NamedTuple):
    """Where a letter stands: a word, and how it is coloured."""

    word: str
    tone: str


@demonstration_page
def letters(request: HttpRequest) -> HttpResponse:
    """All letters, the newest first; with `?to=` those to one address."""
    to = request.GET.get("to", "").strip()[:320]
    found = Letter.objects.order_by("-pk")
    if to:
        found = found.filter(to__iexact=to)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    listed = [(letter, standing_of(letter)) for letter in page]
    context = {"page": page, "listed": listed, "to": to}
    return render(request, "pages/letters/list.html", context)


@csp_update({"frame-src": [SELF]})
@demonstration_page
def letter(request: HttpRequest, number: int) -> HttpResponse:
    """One letter as text, whose links work, and as it looks."""
    found = get_object_or_404(Letter, pk=number)
    context = {"letter": found, "standing": standing_of(found)}
    return render(request, "pages/letters/letter.html", context)


@xframe_options_sameorigin
@csp_replace(OF_A_LETTER)
@demonstration_page
def letter_as_it_looks(request: HttpRequest, number: int) -> HttpResponse:
    """The letter's own HTML."""
    return HttpResponse(get_object_or_404(Letter, pk=number).html)


def standing_of(letter: Letter) -> Standing:
    """Where a letter stands."""
    stands = (
        (letter.sent_at, Standing(_("Sent"), "good")),
        (letter.told_in_id, Standing(_("In the letter of the day"), "good")),
        (letter.withheld == Withheld.UNWANTED, Standing(_("Switched off by its reader"), "")),
        (letter.given_up_at, Standing(_("Not delivered"), "bad")),
        (letter.held_at, Standing(_("Waiting for the letter of the day"), "")),
        (letter.begun_at, Standing(_("Being sent"), "")),
    )
    return next((standing for holds, standing in stands if holds), Standing(_("Waiting"), ""))

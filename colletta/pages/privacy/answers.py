"""The three answers that somebody signed in and a guest with a link both get."""

from dataclasses import dataclass
from datetime import date

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from colletta.history.clock import now
from colletta.pages.privacy.forms import ErasureForm
from colletta.privacy.actions.erase_somebody import (
    Erased,
    NobodyIsLeft,
    SomethingIsInTheWay,
    erase_somebody,
)
from colletta.privacy.export import archive_of, counted, holdings_of
from colletta.privacy.obstacles import obstacles_of
from colletta.privacy.subject import Subject
from colletta.privacy.terms import last_term, with_receipt

SALT = "colletta.privacy.erased"
NAME = "colletta.zip"


@dataclass(frozen=True)
class Ways:
    """Where this visitor's pages are."""

    held: str
    export: str
    erasure: str


def show_held(request: HttpRequest, subject: Subject, ways: Ways) -> HttpResponse:
    """What is held, counted, and the two ways on."""
    rooms = counted(holdings_of(subject))
    context = {"rooms": rooms, "ways": ways, "mailbox": subject.mailbox}
    return render(request, "pages/privacy/held.html", context)


def give_export(subject: Subject) -> HttpResponse:
    """The file."""
    head = {"Content-Disposition": f'attachment; filename="{NAME}"'}
    return HttpResponse(archive_of(subject), content_type="application/zip", headers=head)


def show_erasure(request: HttpRequest, subject: Subject, ways: Ways) -> HttpResponse:
    """What goes, what stays until when, what is in the way; after the form, that it is done."""
    form = ErasureForm(request.POST if request.method == "POST" else None)
    obstacles = obstacles_of(subject)
    if form.is_valid() and not obstacles:
        try:
            return HttpResponseRedirect(_told(erase_somebody(subject=subject, at=now())))
        except NobodyIsLeft:
            return HttpResponseRedirect(_told(Erased(0, None)))
        except SomethingIsInTheWay as begun_meanwhile:
            obstacles = begun_meanwhile.obstacles
    receipts = with_receipt(subject).count()
    context = {"form": form, "obstacles": obstacles, "ways": ways, "receipts": receipts}
    context |= {"until": last_term(subject), "signed_in": subject.person is not None}
    status = 422 if form.errors else 409 if form.is_bound else 200
    return render(request, "pages/privacy/erasure.html", context, status=status)


def erased_in(told: str) -> Erased:
    """What the address of the last page says. Raises BadSignature."""
    receipts, until = signing.loads(told, salt=SALT)
    return Erased(receipts, date.fromisoformat(until) if until else None)


def _told(erased: Erased) -> str:
    """Nobody is signed in any more, and no row says who it was: the address itself tells."""
    until = erased.until.isoformat() if erased.until else ""
    return reverse("privacy:erased", args=[signing.dumps([erased.receipts, until], salt=SALT)])

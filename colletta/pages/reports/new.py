"""Reporting something, with or without being signed in."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from colletta.community.actions.make_report import NobodySeesIt, make_report
from colletta.community.cases import name_of, place_of, words_of
from colletta.community.models import Case, Kind
from colletta.community.report_forms import ReportForm
from colletta.history.clock import now
from colletta.limits.actions.count_words import count_words
from colletta.limits.actions.pass_gate import TooManyTries
from colletta.pages.private import private_page
from colletta.pages.reports.asked import asked_for, named_on_the_wall
from colletta.people.models import Person
from colletta.ui.templatetags.ui import page_language


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form for what the address names."""
    about = asked_for(request)
    guest, asks_name = not isinstance(request.user, Person), _asks_name(about)
    form = ReportForm(request.POST or None, guest=guest, asks_name=asks_name)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = _made(request, about, form)
        if status == HTTPStatus.CREATED:
            return redirect("reports:sent")
    context = {
        "about": about,
        "asks_name": asks_name,
        "form": form,
        "whose": "" if asks_name else name_of(about),
        "words": "" if asks_name else words_of(about),
        "place": place_of(about),
    }
    return render(request, "pages/reports/new.html", context, status=status)


@private_page
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Thanks, and what happens now."""
    return render(request, "pages/reports/sent.html")


def _asks_name(about: Case) -> bool:
    return about.kind == Kind.PLEDGE and about.pledge is None


def _made(request: HttpRequest, about: Case, form: ReportForm) -> HTTPStatus:
    """CREATED, or what the form says was wrong."""
    if form.is_valid() and _asks_name(about):
        about = _chosen(about, form)
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        count_words(kind="report", address=request.META.get("REMOTE_ADDR", ""))
        make_report(
            about=about,
            person=request.user if isinstance(request.user, Person) else None,
            email=form.cleaned_data.get("email", ""),
            language=page_language(),
            reason=form.cleaned_data["reason"],
            text=form.cleaned_data["text"],
            at=now(),
        )
    except TooManyTries:
        form.add_error(None, _("That is a lot in a short time. Please try again in ten minutes."))
        return HTTPStatus.TOO_MANY_REQUESTS
    except NobodySeesIt:
        form.add_error(None, _("Nobody sees it any more: it is gone already."))
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.CREATED


def _chosen(about: Case, form: ReportForm) -> Case:
    assert about.campaign is not None, "a wall is that of a campaign"
    pledge = named_on_the_wall(about.campaign, form.cleaned_data["said"])
    if pledge is None:
        form.add_error("said", _("Nobody among the supporters shows that. Copy it from the page."))
        return about
    return Case(kind=Kind.PLEDGE, pledge=pledge)

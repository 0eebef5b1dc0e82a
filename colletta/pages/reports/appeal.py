"""What the desk decided, for one side, which may ask to look again."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from colletta.community.actions.make_appeal import NothingToAppeal, make_appeal
from colletta.community.appealing import LinkIsNotOurs, Side, appeal_of, may_appeal, side_of
from colletta.community.cases import name_of, words_of
from colletta.community.report_forms import AppealForm
from colletta.history.clock import now
from colletta.limits.actions.count_words import count_words
from colletta.limits.actions.pass_gate import TooManyTries
from colletta.pages.private import private_page


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
def appeal(request: HttpRequest, token: str) -> HttpResponse:
    """The decision with its reason; the form, or what became of the appeal."""
    try:
        side = side_of(token)
    except LinkIsNotOurs:
        return render(request, "pages/reports/no_such_link.html", status=HTTPStatus.NOT_FOUND)
    form = AppealForm(request.POST or None)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = _made(request, side, form)
        if status == HTTPStatus.CREATED:
            return redirect(request.path)
    context = {
        "case": side.case,
        "reported": side.report is not None,
        "whose": name_of(side.case),
        "words": words_of(side.case),
        "appeal": appeal_of(side),
        "may_appeal": may_appeal(side, at=now()),
        "form": form,
    }
    return render(request, "pages/reports/appeal.html", context, status=status)


def _made(request: HttpRequest, side: Side, form: AppealForm) -> HTTPStatus:
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        count_words(kind="appeal", address=request.META.get("REMOTE_ADDR", ""))
        make_appeal(side=side, text=form.cleaned_data["text"], at=now())
    except TooManyTries:
        form.add_error(None, _("That is a lot in a short time. Please try again in ten minutes."))
        return HTTPStatus.TOO_MANY_REQUESTS
    except NothingToAppeal:
        form.add_error(None, _("There is nothing left to look at again."))
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.CREATED

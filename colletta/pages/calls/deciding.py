"""One application: what the campaign says, and what the partner decides."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from colletta.history.clock import now
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.close_call import CallIsNotOpen
from colletta.matching.actions.decline_application import decline_application
from colletta.matching.actions.score_application import score_application
from colletta.matching.deciding import AlreadyDecided
from colletta.matching.models import Application, Attachment
from colletta.matching.reckoning import most
from colletta.matching.steps import MatchRefused, PoolCannotBear
from colletta.matching.windows import WindowNeverOpens
from colletta.money import Money
from colletta.pages.calls.answered import answers_of
from colletta.pages.calls.decision_forms import DeclineForm, ScoreForm
from colletta.pages.calls.gate import (
    EDITORS,
    application_for,
    may,
    partner_page,
    partners_of,
    person_of,
    speaks_for,
)
from colletta.ui.templatetags.ui import page_language


@partner_page
@require_safe
def application(request: HttpRequest, number: int) -> HttpResponse:
    """Answers, documents, what it would cost; the forms for a decision."""
    return _page(request, application_for(request, number))


@partner_page
@require_POST
def score(request: HttpRequest, number: int) -> HttpResponse:
    """What the partner makes of it, for itself."""
    found = application_for(request, number, *EDITORS)
    form = ScoreForm(request.POST)
    if not form.is_valid():
        return _page(request, found, score=form, status=422)
    score_application(application_id=found.pk, **form.cleaned_data)
    messages.success(request, _("Your score is kept. The campaign does not see it."))
    return redirect("partners:application", number)


@partner_page
@require_POST
def admission(request: HttpRequest, number: int) -> HttpResponse:
    """The campaign comes under the call, where its pool bears it."""
    found = application_for(request, number, *EDITORS)
    try:
        admit_campaign(application_id=found.pk, by_id=person_of(request).pk, at=now())
    except PoolCannotBear:
        return _page(request, found, trouble=_too_dear(found), status=409)
    except CallIsNotOpen:
        return _page(request, found, trouble=_("The call is not open."), status=409)
    except (MatchRefused, WindowNeverOpens):
        told = _("This campaign cannot come under the rule of the call any more.")
        return _page(request, found, trouble=told, status=409)
    except AlreadyDecided:
        messages.warning(request, _("Somebody decided this meanwhile."))
    else:
        messages.success(request, _("The campaign is admitted, and its sum is reserved."))
    return redirect("partners:application", number)


@partner_page
@require_POST
def refusal(request: HttpRequest, number: int) -> HttpResponse:
    """The campaign is not admitted, and reads why."""
    found = application_for(request, number, *EDITORS)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _page(request, found, decline=form, status=422)
    try:
        decline_application(
            application_id=found.pk,
            by_id=person_of(request).pk,
            reason=form.cleaned_data["reason"],
            at=now(),
        )
    except AlreadyDecided:
        messages.warning(request, _("Somebody decided this meanwhile."))
    else:
        messages.success(request, _("The campaign is declined, and reads your reason."))
    return redirect("partners:application", number)


@partner_page
@require_safe
def attachment(request: HttpRequest, number: int) -> HttpResponse:
    """A document, for the partner and for those who sent it; never shown inside a page."""
    sent = Attachment.objects.select_related("application__call", "application__campaign")
    found = get_object_or_404(sent, pk=number)
    asked = found.application
    speaks = speaks_for(person_of(request), asked.campaign)
    if not speaks and not partners_of(request).filter(pk=asked.call.partner_id).exists():
        raise Http404
    answer = HttpResponse(bytes(found.content), content_type=found.kind)
    disposition = content_disposition_header(as_attachment=True, filename=found.name)
    answer["Content-Disposition"] = disposition or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _page(
    request: HttpRequest,
    found: Application,
    *,
    score: ScoreForm | None = None,
    decline: DeclineForm | None = None,
    trouble: str = "",
    status: int = 200,
) -> HttpResponse:
    call = found.call
    cost = most(call.rule, found.campaign.target_minor)
    context = {
        "application": found,
        "call": call,
        "text": found.campaign.text_in(page_language()),
        "answers": answers_of(found),
        "cost": Money(cost, call.currency),
        "free": Money(call.pool_minor - call.reserved_minor, call.currency),
        "score": score or ScoreForm(initial={"score": found.score, "note": found.note}),
        "decline": decline or DeclineForm(),
        "edits": may(request, call.partner, *EDITORS),
        "trouble": trouble,
    }
    return render(request, "pages/calls/application.html", context, status=status)


def _too_dear(found: Application) -> str:
    call = found.call
    free = Money(call.pool_minor - call.reserved_minor, call.currency)
    cost = Money(most(call.rule, found.campaign.target_minor), call.currency)
    words = {
        "cost": cost.written(page_language(), trim=True),
        "free": free.written(page_language(), trim=True),
    }
    return _("It may cost %(cost)s, and %(free)s of the pool are free.") % words

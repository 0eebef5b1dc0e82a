"""Where the team of a partner works: its calls, the board of each, what waits for a decision."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from colletta.history.clock import now
from colletta.matching.actions.close_call import CallIsNotOpen, close_call
from colletta.matching.actions.name_partner import PartnerIsTaken, name_partner
from colletta.matching.actions.open_call import CallIsNotADraft, WindowIsOver, open_call
from colletta.matching.actions.pay_match import NothingIsOwed, pay_match
from colletta.matching.call_sentences import points_of_rule, sentence_of_rule
from colletta.matching.models import Application, Call, Match
from colletta.matching.soundness import RuleIsUnsound
from colletta.pages.calls.board import board_of
from colletta.pages.calls.days import ZONE_NAME
from colletta.pages.calls.faults import sentence_of_fault
from colletta.pages.calls.gate import (
    EDITORS,
    OWNERS,
    call_for,
    is_operator,
    may,
    partner_page,
    partners_of,
    person_of,
)
from colletta.pages.calls.partner_form import PartnerForm


@partner_page
@require_safe
def partners(request: HttpRequest) -> HttpResponse:
    """The partners of this person with their calls, and the applications that wait."""
    mine = list(partners_of(request).select_related("organisation"))
    calls = Call.objects.filter(partner__in=mine, private=False).order_by("-made_at", "-pk")
    waiting = Application.objects.filter(call__in=calls, state="made")
    context = {
        "partners": [(one, [call for call in calls if call.partner_id == one.pk]) for one in mine],
        "waiting": waiting
        .select_related("call", "campaign")
        .prefetch_related("campaign__texts")
        .order_by("made_at", "pk"),
        "editable": set(partners_of(request, *EDITORS).values_list("pk", flat=True)),
        "operator": is_operator(request),
    }
    return render(request, "pages/calls/partners.html", context)


@partner_page
@require_http_methods(["GET", "HEAD", "POST"])
def new_partner(request: HttpRequest) -> HttpResponse:
    """The operator lets an organisation match."""
    if not is_operator(request):
        raise Http404
    form = PartnerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            name_partner(
                organisation_id=form.cleaned_data["organisation"].pk, by_id=person_of(request).pk
            )
        except PartnerIsTaken:
            form.add_error("organisation", _("Another organisation of this name is a partner."))
        else:
            messages.success(request, _("It can draft calls from now on."))
            return redirect("partners:partners")
    status = 422 if form.is_bound else 200
    return render(request, "pages/calls/new_partner.html", {"form": form}, status=status)


@partner_page
@require_safe
def call(request: HttpRequest, slug: str) -> HttpResponse:
    """The board, the applications, and what can be done with the call now."""
    return call_page(request, call_for(request, slug))


@partner_page
@require_POST
def opening(request: HttpRequest, slug: str) -> HttpResponse:
    """The draft is published, or the page says what is wrong with it."""
    found = call_for(request, slug, *EDITORS)
    try:
        open_call(call_id=found.pk, by_id=person_of(request).pk, at=now())
    except RuleIsUnsound as unsound:
        told = " ".join(sentence_of_fault(fault) for fault in unsound.faults)
        return call_page(request, found, trouble=told, status=409)
    except WindowIsOver:
        return call_page(request, found, trouble=_("Its last day is over already."), status=409)
    except CallIsNotADraft:
        messages.warning(request, _("The call was open already."))
    else:
        messages.success(request, _("The call is open: campaigns can apply."))
    return redirect("partners:call", slug)


@partner_page
@require_POST
def closing(request: HttpRequest, slug: str) -> HttpResponse:
    """The call takes no more campaigns."""
    found = call_for(request, slug, *EDITORS)
    try:
        close_call(call_id=found.pk, by_id=person_of(request).pk, at=now())
    except CallIsNotOpen:
        return call_page(request, found, trouble=_("The call is not open."), status=409)
    messages.success(request, _("The call is closed. What was promised goes on."))
    return redirect("partners:call", slug)


@partner_page
@require_POST
def payment(request: HttpRequest, number: int) -> HttpResponse:
    """The partner paid the owner: the match is no longer only promised."""
    match = get_object_or_404(Match.objects.select_related("call__partner"), pk=number)
    if match.call.private or not may(request, match.call.partner, *OWNERS):
        raise Http404
    try:
        pay_match(match_id=match.pk, at=now())
    except NothingIsOwed:
        told = _("The sum is not fixed yet: it can be paid when gifts can no longer go back.")
        return call_page(request, match.call, trouble=told, status=409)
    messages.success(request, _("The match is paid."))
    return redirect("partners:call", match.call.slug)


def call_page(
    request: HttpRequest, found: Call, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    """The page of a call as this person may see it."""
    rule, at = found.rule, now()
    applications = found.applications.select_related("campaign").prefetch_related("campaign__texts")
    context = {
        "call": found,
        "board": board_of(found, at=at),
        "sentence": sentence_of_rule(rule),
        "points": points_of_rule(rule),
        "rule": rule,
        "applications": applications.order_by("-state", "made_at", "pk"),
        "edits": may(request, found.partner, *EDITORS),
        "pays": may(request, found.partner, *OWNERS),
        "trouble": trouble,
        "zone": ZONE_NAME,
    }
    return render(request, "pages/calls/console.html", context, status=status)

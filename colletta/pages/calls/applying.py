"""A campaign applies to a call, and looks after what it sent."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.matching.actions.apply_to_call import ApplicationRefused, apply_to_call
from colletta.matching.actions.withdraw_application import withdraw_application
from colletta.matching.actions.withdraw_match import MatchIsOn
from colletta.matching.call_sentences import points_of_rule, sentence_of_rule
from colletta.matching.deciding import AlreadyDecided
from colletta.matching.models import Application, Call
from colletta.matching.obstacles import MAY_APPLY, obstacle_of
from colletta.pages.calls.answered import ApplicationForm, answers_of
from colletta.pages.calls.faults import sentence_of_obstacle
from colletta.pages.calls.gate import campaigns_of, partner_page, person_of
from colletta.ui.templatetags.ui import page_language


@partner_page
@require_safe
def applications(request: HttpRequest, slug: str) -> HttpResponse:
    """Which of this person's campaigns can apply, and those that did."""
    call = _call(slug)
    at = now()
    found = list(campaigns_of(person_of(request)).filter(state__in=MAY_APPLY).with_telling())
    made = Application.objects.filter(call=call, campaign__in=campaigns_of(person_of(request)))
    latest = {one.campaign_id: one for one in made.order_by("pk")}
    rows = [
        (one, one.text_in(page_language()), latest.get(one.pk), _obstacle(call, one, at=at))
        for one in found
    ]
    return render(request, "pages/calls/applications.html", {"call": call, "rows": rows})


@partner_page
@require_http_methods(["GET", "HEAD", "POST"])
def application(request: HttpRequest, slug: str, campaign: str) -> HttpResponse:
    """The form of the call for one campaign; what became of it once it was sent."""
    call, found = _call(slug), get_object_or_404(campaigns_of(person_of(request)), slug=campaign)
    made = Application.objects.filter(call=call, campaign=found).order_by("-pk").first()
    if made is not None and made.state != "withdrawn":
        return _sent(request, made)
    form = ApplicationForm(
        request.POST if request.method == "POST" else None, request.FILES or None, call=call
    )
    if form.is_bound and form.is_valid():
        try:
            apply_to_call(
                call_id=call.pk,
                campaign_id=found.pk,
                by_id=person_of(request).pk,
                answers=form.answers(),
                documents=form.documents(),
                at=now(),
            )
        except ApplicationRefused as refused:
            form.add_error(None, sentence_of_obstacle(refused.obstacle))
        else:
            messages.success(request, _("Your application is on its way."))
            return redirect("calls:application", slug, campaign)
    return _asked(request, call, found, form)


@partner_page
@require_POST
def withdrawal(request: HttpRequest, slug: str, campaign: str) -> HttpResponse:
    """The campaign takes its application back, or leaves the call."""
    found = get_object_or_404(campaigns_of(person_of(request)), slug=campaign)
    standing = Application.objects.filter(call=_call(slug), campaign=found).order_by("-pk")
    made = get_object_or_404(standing.filter(state__in=["made", "admitted"]))
    try:
        withdraw_application(application_id=made.pk, by_id=person_of(request).pk, at=now())
    except (MatchIsOn, AlreadyDecided):
        told = _("People have given what it takes: the match stands.")
        return _sent(request, made, trouble=told, status=409)
    messages.success(request, _("The application is taken back."))
    return redirect("calls:applications", slug)


def _call(slug: str) -> Call:
    return get_object_or_404(Call.objects.public().select_related("partner"), slug=slug)


def _obstacle(call: Call, campaign: Campaign, *, at: datetime) -> str:
    found = obstacle_of(call, campaign, at=at)
    return sentence_of_obstacle(found) if found else ""


def _asked(
    request: HttpRequest, call: Call, found: Campaign, form: ApplicationForm
) -> HttpResponse:
    context = {
        "call": call,
        "campaign": found,
        "text": found.text_in(page_language()),
        "form": form,
        "sentence": sentence_of_rule(call.rule),
        "points": points_of_rule(call.rule),
        "obstacle": _obstacle(call, found, at=now()),
    }
    status = 422 if form.is_bound else 200
    return render(request, "pages/calls/apply.html", context, status=status)


def _sent(
    request: HttpRequest, made: Application, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "application": made,
        "call": made.call,
        "campaign": made.campaign,
        "text": made.campaign.text_in(page_language()),
        "answers": answers_of(made),
        "trouble": trouble,
    }
    return render(request, "pages/calls/sent.html", context, status=status)

"""The approval paper of a match: a page to print, a table, and the same for machines."""

import json

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.matching.approval import Paper, paper_of
from colletta.matching.call_sentences import points_of_rule, sentence_of_rule
from colletta.matching.exclusions import Reason
from colletta.matching.models import Match, MatchState
from colletta.money import Money
from colletta.pages.calls.board import word_of
from colletta.pages.calls.gate import may, partner_page
from colletta.ui.templatetags.ui import page_language


@partner_page
@require_safe
def approval(request: HttpRequest, number: int) -> HttpResponse:
    """All that the partner approves, on one page."""
    paper = paper_for(request, number)
    steps = [(step_in_words(state), at) for state, at in paper.standing.steps_in_order()]
    campaign = paper.match.campaign
    context = {
        "paper": paper,
        "title": campaign.text_in(page_language()).title,
        "at": now(),
        "state": word_of(paper.standing.state),
        "steps": steps,
        "rule": sentence_of_rule(paper.rule),
        "points": points_of_rule(paper.rule),
        "rule_as_json": json.dumps(paper.as_json()["rule"], sort_keys=True),
        "counted": Money(paper.crowd.counted, campaign.currency),
        "lines": [(line, reason_in_words(line.reason)) for line in paper.lines],
        "out": [(reason_in_words(reason), sum_) for reason, sum_ in paper.out.items()],
    }
    return render(request, "pages/calls/approval.html", context)


@partner_page
@require_safe
def approval_csv(request: HttpRequest, number: int) -> HttpResponse:
    """The same as a table."""
    paper = paper_for(request, number)
    answer = HttpResponse(paper.as_csv(), content_type="text/csv; charset=utf-8")
    return _to_keep(answer, f"{paper.match.campaign.slug}-{number}.csv")


@partner_page
@require_safe
def approval_json(request: HttpRequest, number: int) -> HttpResponse:
    """The same for machines, with its digest."""
    paper = paper_for(request, number)
    answer = JsonResponse({**paper.as_json(), "sha256": paper.digest})
    return _to_keep(answer, f"{paper.match.campaign.slug}-{number}.json")


def paper_for(request: HttpRequest, number: int) -> Paper:
    """The paper of a match that this person may see. Raises Http404."""
    matches = Match.objects.select_related("campaign", "partner", "call__partner")
    match = get_object_or_404(matches, pk=number)
    if not may(request, match.partner):
        raise Http404
    match.campaign = Campaign.objects.with_telling().get(pk=match.campaign_id)
    return paper_of(match)


def step_in_words(state: MatchState) -> str:
    """What happened when a match reached a state."""
    return {
        MatchState.OFFERED: _("Offered"),
        MatchState.LOCKED: _("Gifts began to count"),
        MatchState.UNLOCKED: _("Reached"),
        MatchState.CONFIRMED: _("Fixed"),
        MatchState.PAID: _("Paid"),
        MatchState.MISSED: _("Missed"),
        MatchState.WITHDRAWN: _("Withdrawn"),
    }[state]


def reason_in_words(reason: Reason | None) -> str:
    """Why a gift does not count; nothing where it does."""
    if reason is None:
        return ""
    return {
        Reason.TEAM: _("from the owner or its team"),
        Reason.PARTNER: _("from a partner’s team"),
        Reason.OFFLINE: _("cash, which the rule does not count"),
        Reason.LATE: _("after the window"),
        Reason.NAMELESS: _("cash without a name: the money counts, no person"),
    }[reason]


def _to_keep(answer: HttpResponse, name: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer

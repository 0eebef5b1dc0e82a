"""Calls as everybody sees them: the list, the page of one, its rule for machines."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from colletta.folders.writing.matches import rule_values
from colletta.history.clock import now
from colletta.history.freshness import HEADER
from colletta.matching.call_sentences import points_of_rule, sentence_of_rule
from colletta.matching.models import Call, CallState
from colletta.matching.obstacles import takes_campaigns
from colletta.pages.anonymous import anonymous_page
from colletta.pages.calls.board import Board, board_of
from colletta.pages.calls.days import ZONE_NAME
from colletta.pages.meta import meta_of
from colletta.pages.private import private_page
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import page_language


@anonymous_page
def calls(request: HttpRequest) -> HttpResponse:
    """Every public call, those that take campaigns first."""
    listed = Call.objects.public().select_related("partner").order_by("-opens_at", "-pk")
    found = sorted(listed, key=lambda one: one.state == CallState.CLOSED)
    told = _("Partners add money to what people give, under a rule that everybody can read.")
    context = {
        "calls": [(one, sentence_of_rule(one.rule)) for one in found],
        "zone": ZONE_NAME,
        "meta": meta_of(request, title=_("Calls"), description=told),
    }
    return render(request, "pages/calls/calls.html", context)


@anonymous_page
def call(request: HttpRequest, slug: str) -> HttpResponse:
    """One call: its text, its rule in words, its pool, its campaigns."""
    found = get_object_or_404(Call.objects.public().select_related("partner"), slug=slug)
    at = now()
    board, rule_of_now = board_of(found, at=at), found.rule
    title = tell(found.titles, language=page_language(), original=found.language).text
    text = tell(found.texts, language=page_language(), original=found.language)
    sentence = sentence_of_rule(rule_of_now)
    context = {
        "call": found,
        "text": text,
        "rule": rule_of_now,
        "sentence": sentence,
        "points": points_of_rule(rule_of_now),
        "board": board,
        "zone": ZONE_NAME,
        "takes_campaigns": takes_campaigns(found, at=at),
        "meta": meta_of(request, title=title, description=text.text or sentence),
    }
    return _about(render(request, "pages/calls/call.html", context), found, board)


@anonymous_page
def rule(request: HttpRequest, slug: str) -> HttpResponse:
    """The rule as data, with the keys of the folder format: sums and shares as texts."""
    found = get_object_or_404(Call.objects.public().select_related("partner"), slug=slug)
    of_now = found.rule
    published = {
        "call": found.slug,
        "partner": found.partner.name,
        "state": found.state,
        "title": found.titles,
        "currency": found.currency,
        "pool": found.pool.major(),
        "opens": found.opens_at.isoformat() if found.opens_at else None,
        "closes": found.closes_at.isoformat() if found.closes_at else None,
        "claw_back_days": found.claw_back_days,
        "version": of_now.version,
        "rule": {
            name: value
            for name, value in rule_values(of_now, found.currency).items()
            if value is not None
        },
    }
    answer = JsonResponse(published)
    answer[HEADER] = f"call:{found.pk}"
    return answer


@private_page
@require_safe
def shared_board(request: HttpRequest, key: UUID) -> HttpResponse:
    """The board for whoever has its link: nobody needs to sign in, nothing can be changed."""
    found = get_object_or_404(Call.objects.select_related("partner"), board_key=key)
    context = {"call": found, "board": board_of(found, at=now())}
    answer = render(request, "pages/calls/shared_board.html", context)
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _about(answer: HttpResponse, found: Call, board: Board) -> HttpResponse:
    """Kept until something happens to the call or to one of its campaigns."""
    campaigns = " ".join(f"campaign:{row.campaign.pk}" for row in board.rows)
    answer[HEADER] = f"call:{found.pk} {campaigns}".strip()
    return answer

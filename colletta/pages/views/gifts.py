"""What a signed-in person has given."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from colletta.campaigns.models import Campaign, Telling
from colletta.money import Money
from colletta.pages.pledging.asking import giver_of
from colletta.pages.pledging.stages import Told, stage_of, told
from colletta.pages.private import private_page
from colletta.payments.models import Payment
from colletta.pledges.link import token_of
from colletta.pledges.models import Pledge, State
from colletta.ui.templatetags.ui import page_language

MOST = 500  # pledges of one person on one page


@dataclass(frozen=True)
class Line:
    """One pledge, where it stands, and the way to its own page."""

    pledge: Pledge
    told: Told
    token: str


@dataclass(frozen=True)
class Given:
    """What a person did for one campaign; `total` is what arrived and is still there."""

    campaign: Campaign
    text: Telling
    total: Money
    lines: tuple[Line, ...]


@private_page
@login_required
@require_safe
def gifts(request: HttpRequest) -> HttpResponse:
    """Their pledges by campaign, the newest first, each with a link to its own page."""
    mine = Pledge.objects.filter(person=giver_of(request)).order_by("-made_at", "-pk")
    shown = list(mine.exclude(state=State.WITHDRAWN)[:MOST])
    return render(request, "pages/pledging/gifts.html", {"given": _given(shown)})


def _given(pledges: list[Pledge]) -> list[Given]:
    ids = {pledge.campaign_id for pledge in pledges}
    campaigns = Campaign.objects.with_telling().in_bulk(ids)
    latest = _latest_payments(pledge.pk for pledge in pledges)
    lines: dict[int, list[Line]] = {}
    for pledge in pledges:
        stage = told(stage_of(pledge, latest.get(pledge.pk)))
        lines.setdefault(pledge.campaign_id, []).append(Line(pledge, stage, token_of(pledge)))
    return [_of_one(campaigns[number], found) for number, found in lines.items()]


def _of_one(campaign: Campaign, lines: list[Line]) -> Given:
    total = sum((line.pledge.net for line in lines), Money(0, campaign.currency))
    return Given(campaign, campaign.text_in(page_language()), total, tuple(lines))


def _latest_payments(ids: Iterable[int]) -> dict[int, Payment]:
    payments = Payment.objects.filter(purpose="pledge", purpose_id__in=list(ids)).order_by("pk")
    return {payment.purpose_id: payment for payment in payments}

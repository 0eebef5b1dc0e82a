"""Matches as they take their steps: looked at, their campaign closed, gifts given back."""

from datetime import timedelta
from typing import Any

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.models import Match
from colletta.matching.standing import MatchStanding, standings_of
from colletta.payments.actions.refund_payment import refund_payment
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import gift_of_bruno, let_the_closing_come, live_campaign, match_of_delta


def looked_at(match: Match) -> Match:
    evaluate_matches(campaign_id=match.campaign_id, at=now())
    return Match.objects.get(pk=match.pk)


def standing(match: Match) -> MatchStanding:
    looked_at(match)
    campaign = Campaign.objects.get(pk=match.campaign_id)
    return next(one for one in standings_of([campaign])[campaign.pk] if one.match == match)


def steps(match: Match) -> list[str]:
    return [step.state for step in match.steps.order_by("pk")]


def confirmed_match() -> Match:
    match = match_of_delta(live_campaign())
    gift_of_bruno(match.campaign, "600.00")
    close(match.campaign, days_ago=15)
    return looked_at(match)


def close(campaign: Campaign, *, days_ago: int = 0) -> None:
    let_the_closing_come(campaign)
    close_campaign(campaign_id=campaign.pk, at=now())
    if days_ago:
        moved: dict[str, Any] = {"closes_at": now() - timedelta(days=days_ago)}
        moved["opens_at"] = moved["closes_at"] - timedelta(days=30)
        Campaign.objects.filter(pk=campaign.pk).update(**moved)


def give_back(gift: Pledge) -> None:
    payment = Payment.objects.get(purpose="pledge", purpose_id=gift.pk)
    refund_payment(payment_id=payment.pk, refunded=gift.net, at=now())

"""A partner adds to a campaign: under one of its calls, or under a private one of its own."""

from datetime import datetime
from typing import Any

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.matching.models import Call, CallState, Match, Partner, Rule
from colletta.matching.offering import match_under
from colletta.matching.reckoning import most
from colletta.matching.steps import begin, refused_in_words


@transaction.atomic
def offer_match(
    *,
    campaign_id: int,
    partner_id: int,
    terms: dict[str, Any],
    at: datetime,
    call_name: str = "",
) -> Match:
    """The match is *offered* as the last of its campaign, under a private call of its own.

    `terms` are the columns of `Terms`. Its pool is the most it can cost. Raises MatchRefused,
    WindowNeverOpens.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    rule = Rule(version=1, **terms)
    call = Call.objects.create(
        partner=Partner.objects.get(pk=partner_id),
        private=True,
        state=CallState.OPEN,
        language=campaign.language,
        currency=campaign.currency,
        opens_at=campaign.opens_at,
        pool_minor=most(rule, campaign.target_minor),
    )
    rule.call = call
    with refused_in_words():
        rule.save(force_insert=True)
    return begin(match_under(rule, campaign, call_name=call_name), at=at)

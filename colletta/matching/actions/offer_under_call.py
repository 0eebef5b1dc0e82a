"""A campaign comes under a call without having applied: its partner said so elsewhere."""

from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.matching.models import Call, Match
from colletta.matching.offering import match_under
from colletta.matching.steps import begin


@transaction.atomic
def offer_under_call(*, campaign_id: int, call_id: int, version: int, at: datetime) -> Match:
    """The match is *offered* as the last of its campaign, and the pool of the call bears it.

    `version` is that of the call's rule. Raises PoolCannotBear, MatchRefused, WindowNeverOpens.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    call = Call.objects.select_for_update(of=("self",)).get(pk=call_id)
    return begin(match_under(call.rules.get(version=version), campaign), at=at)

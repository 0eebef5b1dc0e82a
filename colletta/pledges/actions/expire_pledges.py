"""Pledges that were never paid end with their campaign."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from colletta.campaigns.models import Campaign
from colletta.campaigns.models import State as CampaignState
from colletta.history.actions.record import record
from colletta.payments.models import LIVE_STATES, Payment
from colletta.pledges.models import Pledge, State

OVER = frozenset({
    CampaignState.CLOSING,
    CampaignState.ENDED,
    CampaignState.SETTLED,
    CampaignState.CANCELLED,
})


@transaction.atomic
def expire_pledges(*, campaign_id: int, at: datetime) -> int:
    """No pledge of a campaign that is over waits for a payment that nobody makes; how many did.

    One whose payment is under way is left. Money that arrives for an expired pledge all the same is
    believed. While the campaign may still take pledges nothing changes.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.state not in OVER:
        return 0
    live = Payment.objects.filter(
        purpose="pledge", purpose_id=OuterRef("pk"), state__in=LIVE_STATES
    )
    unpaid = Pledge.objects.filter(~Exists(live), campaign=campaign, state=State.PENDING)
    pledges = list(unpaid.select_for_update(of=("self",)).only("pk", "state").order_by("pk"))
    for pledge in pledges:
        pledge.state = State.EXPIRED
        pledge.save(update_fields=["state"])
        record("pledge.expired", about=str(pledge), details={"campaign": campaign_id}, at=at)
    return len(pledges)

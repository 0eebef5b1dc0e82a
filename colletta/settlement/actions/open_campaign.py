"""A campaign opens."""

from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign, State
from colletta.history.actions.record import record


class CampaignOpensLater(Exception):
    """The opening has not come yet."""


@transaction.atomic
def open_campaign(*, campaign_id: int, at: datetime) -> Campaign:
    """The campaign is *live*. One that is live or beyond stays as it is.

    Raises CampaignOpensLater where `at` is before the opening.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.state not in (State.APPROVED, State.SCHEDULED):
        return campaign
    if at < campaign.opens_at:
        raise CampaignOpensLater(campaign.slug)
    campaign.state = State.LIVE
    campaign.save(update_fields=["state"])
    record("campaign.opened", about=f"campaign:{campaign.pk}", at=campaign.opens_at)
    return campaign

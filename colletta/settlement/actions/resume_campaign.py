"""A paused campaign goes on."""

from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign, State
from colletta.history.actions.record import record


@transaction.atomic
def resume_campaign(*, campaign_id: int, by: str, at: datetime) -> Campaign:
    """A suspended campaign is *live* again, or *scheduled* before its opening.

    The pause moves no deadline: one that came meanwhile is kept by the clock's next look. A
    campaign that is not suspended stays as it is.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.state != State.SUSPENDED:
        return campaign
    campaign.state = State.SCHEDULED if at < campaign.opens_at else State.LIVE
    campaign.save(update_fields=["state"])
    record("campaign.resumed", about=f"campaign:{campaign.pk}", by=by, at=at)
    return campaign

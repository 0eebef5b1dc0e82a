"""A closing campaign has nothing left to wait for."""

from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign, State
from colletta.history.actions.record import record
from colletta.pledges.models import Pledge, PledgeQuerySet
from colletta.pledges.models import State as PledgeState


@transaction.atomic
def end_campaign(*, campaign_id: int, at: datetime) -> Campaign:
    """The campaign is *ended*; while a pledge waits for its money it stays *closing*."""
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.state == State.CLOSING and not _open_pledges(campaign).exists():
        campaign.state = State.ENDED
        campaign.save(update_fields=["state"])
        record("campaign.closed", about=f"campaign:{campaign.pk}", at=at)
    return campaign


def _open_pledges(campaign: Campaign) -> PledgeQuerySet:
    return Pledge.objects.filter(
        campaign=campaign, state__in=[PledgeState.PENDING, PledgeState.PROMISED]
    )

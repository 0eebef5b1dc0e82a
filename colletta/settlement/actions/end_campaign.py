"""A closing campaign has nothing left to wait for."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from colletta.campaigns.models import Campaign, State
from colletta.history.actions.record import record
from colletta.payments.models import LIVE_STATES, Payment
from colletta.pledges.models import Pledge, PledgeQuerySet
from colletta.pledges.models import State as PledgeState


@transaction.atomic
def end_campaign(*, campaign_id: int, at: datetime) -> Campaign:
    """The campaign is *ended*; while a promise or a live payment is left it stays *closing*."""
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.state == State.CLOSING and not _open_pledges(campaign).exists():
        campaign.state = State.ENDED
        campaign.save(update_fields=["state"])
        record("campaign.closed", about=f"campaign:{campaign.pk}", at=at)
    return campaign


def _open_pledges(campaign: Campaign) -> PledgeQuerySet:
    live = Payment.objects.filter(
        purpose="pledge", purpose_id=OuterRef("pk"), state__in=LIVE_STATES
    )
    return Pledge.objects.filter(campaign=campaign).filter(
        Q(state=PledgeState.PROMISED) | Q(Exists(live), state=PledgeState.PENDING)
    )

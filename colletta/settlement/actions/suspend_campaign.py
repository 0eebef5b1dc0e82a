"""A campaign is paused while the desk looks into a question."""

from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign, State
from colletta.history.actions.record import record


class NothingToSuspend(Exception):
    """The campaign takes no pledges any more; nothing could be paused."""


@transaction.atomic
def suspend_campaign(*, campaign_id: int, by: str, at: datetime) -> Campaign:
    """The campaign is *suspended*: its page says so and takes no pledge. Twice is once.

    Money that is on its way still arrives. Raises NothingToSuspend.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.state == State.SUSPENDED:
        return campaign
    if campaign.state not in (State.SCHEDULED, State.LIVE):
        raise NothingToSuspend(f"{campaign.slug} is {campaign.state}")
    campaign.state = State.SUSPENDED
    campaign.save(update_fields=["state"])
    record("campaign.suspended", about=f"campaign:{campaign.pk}", by=by, at=at)
    return campaign

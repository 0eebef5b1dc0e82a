"""An approved campaign waits for its opening."""

from django.db import transaction

from colletta.campaigns.models import Campaign, State
from colletta.history.actions.record import record


@transaction.atomic
def schedule_campaign(*, campaign_id: int) -> Campaign:
    """The campaign is *scheduled*, for everybody to see.

    A campaign that is not *approved* stays as it is.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.state == State.APPROVED:
        campaign.state = State.SCHEDULED
        campaign.save(update_fields=["state"])
        record("campaign.scheduled", about=f"campaign:{campaign.pk}")
    return campaign

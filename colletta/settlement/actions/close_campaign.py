"""Run the closing of a campaign from its deadline to its end."""

from datetime import datetime

from colletta.campaigns.models import Campaign
from colletta.pledges.actions.expire_pledges import expire_pledges
from colletta.settlement.actions.begin_closing import begin_closing
from colletta.settlement.actions.end_campaign import end_campaign
from colletta.settlement.actions.read_promises import read_promises
from colletta.settlement.actions.settle_promises import settle_promises


def close_campaign(*, campaign_id: int, at: datetime) -> Campaign:
    """The campaign is *ended*, or *closing* while money is still on its way.

    It stays *live*, though nothing more is accepted, until its promises were read at their
    provider. Each step commits by itself and may be run again after a stop. Raises
    CampaignIsStillOpen, MoneyIsFrozen; see `settle_promises` too.
    """
    if not read_promises(campaign_id=campaign_id, at=at):
        return Campaign.objects.get(pk=campaign_id)
    begin_closing(campaign_id=campaign_id, at=at)
    settle_promises(campaign_id=campaign_id, at=at)
    expire_pledges(campaign_id=campaign_id, at=at)
    return end_campaign(campaign_id=campaign_id, at=at)

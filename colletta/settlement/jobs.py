"""What the clock does to campaigns, without anyone opening a page."""

from procrastinate.contrib.django import app

from colletta.campaigns.models import Campaign, State
from colletta.history.clock import now
from colletta.settlement.actions.close_campaign import close_campaign
from colletta.settlement.actions.open_campaign import open_campaign


@app.periodic(cron="*/10 * * * * *")
@app.task(queueing_lock="settlement.deadlines", priority=10, pass_context=False)
def keep_deadlines(timestamp: int) -> None:
    """Open every campaign whose opening has come, close every one whose closing has.

    A campaign that waits for money on its way is looked at again.
    """
    at = now()
    for campaign in Campaign.objects.to_open(at=at):
        open_campaign(campaign_id=campaign.pk, at=at)
    for campaign in Campaign.objects.to_close(at=at):
        close_campaign(campaign_id=campaign.pk, at=at)
    for campaign in Campaign.objects.filter(state=State.CLOSING).order_by("id"):
        close_campaign(campaign_id=campaign.pk, at=at)

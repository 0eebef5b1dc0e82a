"""What the clock does to campaigns, without anyone opening a page."""

import logging
from collections.abc import Callable
from datetime import datetime

from procrastinate.contrib.django import app

from colletta.campaigns.models import Campaign, CampaignQuerySet, State
from colletta.history.clock import now
from colletta.ledger.actions.post import MoneyIsFrozen
from colletta.settlement.actions.close_campaign import close_campaign
from colletta.settlement.actions.open_campaign import open_campaign

log = logging.getLogger(__name__)


@app.periodic(cron="*/10 * * * * *")
@app.task(queueing_lock="settlement.deadlines", priority=10, pass_context=False)
def keep_deadlines(timestamp: int) -> None:
    """Open every campaign whose opening has come, close every one whose closing has.

    A campaign that waits for money on its way is looked at again.
    """
    at = now()
    _each(Campaign.objects.to_open(at=at), open_campaign, at)
    _each(Campaign.objects.to_close(at=at), close_campaign, at)
    _each(Campaign.objects.filter(state=State.CLOSING).order_by("id"), close_campaign, at)


def _each(campaigns: CampaignQuerySet, action: Callable[..., Campaign], at: datetime) -> None:
    """What cannot be done now is done ten seconds later; one campaign never stops the others."""
    for campaign_id in list(campaigns.values_list("pk", flat=True)):
        try:
            action(campaign_id=campaign_id, at=at)
        except MoneyIsFrozen as frozen:
            log.warning("campaign:%s waits: %s", campaign_id, frozen)
        except Exception:
            log.exception("campaign:%s could not be brought to where the clock has it", campaign_id)

"""A campaign is ended before its time, for a reason that everybody can read."""

from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign, Cancellation, State
from colletta.history.actions.record import record
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.models import LIVE_STATES, Payment
from colletta.pledges.actions.expire_pledges import expire_pledges
from colletta.pledges.models import Pledge


class CampaignIsOver(Exception):
    """The campaign has ended; there is nothing to cancel."""


@transaction.atomic
def cancel_campaign(*, campaign_id: int, at: datetime, reason: str = "") -> Campaign:
    """The campaign is *cancelled*, its promises dropped, its unpaid pledges expired.

    No payment of it can be taken any more. Gifts that arrived stay in the books until they are
    refunded. Raises CampaignIsOver.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.state == State.CANCELLED:
        return campaign
    if campaign.state in (State.ENDED, State.SETTLED):
        raise CampaignIsOver(campaign.slug)
    campaign.state = State.CANCELLED
    campaign.save(update_fields=["state"])
    Cancellation.objects.create(campaign=campaign, cancelled_at=at, reason=reason)
    _release(campaign, at)
    expire_pledges(campaign_id=campaign_id, at=at)
    record("campaign.cancelled", about=f"campaign:{campaign.pk}", at=at)
    return campaign


def _release(campaign: Campaign, at: datetime) -> None:
    pledges = Pledge.objects.filter(campaign=campaign, state__in=["pending", "promised"])
    payments = Payment.objects.filter(
        purpose="pledge", purpose_id__in=pledges.values("pk"), state__in=LIVE_STATES
    )
    for payment_id in payments.order_by("purpose_id").values_list("pk", flat=True):
        cancel_payment(payment_id=payment_id, at=at)

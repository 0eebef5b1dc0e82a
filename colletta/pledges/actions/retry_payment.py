"""A supporter tries again to pay a pledge."""

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.campaigns.models import State as CampaignState
from colletta.history.clock import now
from colletta.history.second_try import tried_again
from colletta.payments.actions.intend_payment import intend_payment
from colletta.payments.models import LIVE_STATES, Payment
from colletta.pledges.models import Pledge, State
from colletta.pledges.window import CampaignIsNotOpen, hold_campaign_of


class NothingToPay(Exception):
    """The pledge is paid, promised, or over."""


@tried_again
@transaction.atomic
def retry_payment(
    *, pledge_id: int, method: str, provider: str, provider_account: str = ""
) -> Payment:
    """The pledge has a live payment: the one that is under way, else a new one of the same sum.

    Of several that try at once all get the same payment (guard D7). Raises NothingToPay,
    CampaignIsNotOpen, MoneyIsFrozen.
    """
    hold_campaign_of(pledge_id)
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=pledge_id)
    if pledge.state != State.PENDING:
        raise NothingToPay(f"{pledge} is {pledge.state}")
    payments = Payment.objects.filter(purpose="pledge", purpose_id=pledge_id)
    if live := payments.filter(state__in=LIVE_STATES).first():
        return live
    _require_open(pledge.campaign_id)
    return intend_payment(
        purpose="pledge",
        purpose_id=pledge_id,
        amount=pledge.amount,
        method=method,
        provider=provider,
        provider_account=provider_account,
    )


def _require_open(campaign_id: int) -> None:
    at = now()
    still_open = Campaign.objects.filter(
        pk=campaign_id, state=CampaignState.LIVE, opens_at__lte=at, closes_at__gt=at
    )
    if not still_open.exists():
        raise CampaignIsNotOpen(f"campaign:{campaign_id}")

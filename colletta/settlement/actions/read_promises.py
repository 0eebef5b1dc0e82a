"""Before a sum is frozen, each promise is asked for once more where it is held."""

import logging
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from colletta.campaigns.models import Campaign, State, Type
from colletta.history.clock import now
from colletta.ledger.actions.post import PostingRefused
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.models import Payment
from colletta.payments.models import State as PaymentState
from colletta.payments.providers.contract import OutcomeUnknown, ProviderRefused
from colletta.payments.providers.registry import open_providers
from colletta.pledges.models import Pledge

GRACE = timedelta(minutes=15)  # how long a provider that is silent may hold up a closing
AT_ONCE = 500  # requests; the next look is ten seconds away
SILENCES = 3  # unanswered requests, after which the provider is left alone until then
log = logging.getLogger(__name__)


def read_promises(*, campaign_id: int, at: datetime) -> bool:
    """Whether the promises of an all-or-nothing campaign that is due can be frozen as they stand.

    They can once each was read at its provider since the deadline: one that was taken back there is
    dropped by that and does not count. Since no promise is accepted after the deadline they only
    grow fewer meanwhile. After the grace time what is not answered counts as we know it. A campaign
    without such promises needs no look. Raises CallInsideTransaction.
    """
    campaign = Campaign.objects.get(pk=campaign_id)
    due = campaign.state == State.LIVE and campaign.closes_at <= at
    if not due or campaign.type != Type.ALL_OR_NOTHING:
        return True
    if at >= campaign.closes_at + GRACE:
        return True
    _read([payment.pk for payment in _unread(campaign)[:AT_ONCE]])
    return not _unread(campaign).exists()


def _unread(campaign: Campaign) -> QuerySet[Payment]:
    promises = Pledge.objects.promises().filter(campaign=campaign)
    held = Payment.objects.filter(
        purpose="pledge", purpose_id__in=promises.values("pk"), state=PaymentState.AUTHORISED
    )
    unread = held.filter(Q(looked_at=None) | Q(looked_at__lt=campaign.closes_at))
    elsewhere = unread.filter(provider__in=open_providers())
    return elsewhere.order_by(F("looked_at").asc(nulls_first=True), "pk")


def _read(payments: list[int]) -> None:
    silences = 0
    for payment_id in payments:
        try:
            refresh_payment(payment_id=payment_id, at=now())
        except OutcomeUnknown as silence:
            log.warning("payment:%s waits: %s", payment_id, silence)
            silences += 1
        except (ProviderRefused, PostingRefused) as refusal:
            log.warning("payment:%s waits: %s", payment_id, refusal)
        if silences == SILENCES:
            return

"""What the worker does for payments: what never called back is read, not sent again."""

import logging
from datetime import timedelta

from django.db.models import F, Q, QuerySet
from procrastinate.contrib.django import app

from colletta.history.clock import now
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.models import Payment, State
from colletta.payments.providers.contract import OutcomeUnknown, ProviderRefused
from colletta.payments.providers.registry import open_providers

log = logging.getLogger(__name__)

LOOKED_AT_MOST = 200  # payments in one sweep; the next one is a minute away
BEFORE_LOOKING = timedelta(minutes=2)  # a supporter may still be on the provider's page
WAITING = (
    State.INTENDED,
    State.STARTED,
    State.ACTION_NEEDED,
    State.PROCESSING,
    State.UNKNOWN,
)


@app.periodic(cron="* * * * *")
@app.task(name="payments.sweep", queueing_lock="payments.sweep", priority=10)
def sweep_payments(timestamp: int) -> None:
    """Read each payment under way that nobody has heard of for a while, oldest look first."""
    at = now()
    for payment_id in list(_due().values_list("pk", flat=True)[:LOOKED_AT_MOST]):
        try:
            refresh_payment(payment_id=payment_id, at=at)
        except (OutcomeUnknown, ProviderRefused) as silence:
            log.warning("payment:%s could not be read: %s", payment_id, silence)


def _due() -> QuerySet[Payment]:
    long_ago = now() - BEFORE_LOOKING
    quiet = Q(looked_at=None, intended_at__lt=long_ago) | Q(looked_at__lt=long_ago)
    waiting = Payment.objects.filter(quiet, state__in=WAITING, provider__in=open_providers())
    parked = Q(mismatches__isnull=False, mismatches__settled_at=None)
    return waiting.exclude(parked).order_by(F("looked_at").asc(nulls_first=True), "pk")

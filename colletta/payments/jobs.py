"""What the worker does for payments: what never called back is read, not sent again."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from procrastinate.contrib.django import app

from colletta.history.clock import now
from colletta.ledger.actions.post import PostingRefused
from colletta.payments.actions.apply_snapshot import WITHOUT_MONEY
from colletta.payments.actions.cancel_at_provider import cancel_at_provider
from colletta.payments.actions.read_record import read_record
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.models import Payment, State
from colletta.payments.providers.contract import OutcomeUnknown, ProviderRefused
from colletta.payments.providers.registry import NoSuchProvider, open_providers
from colletta.payments.record import mark_known, payments_behind

log = logging.getLogger(__name__)

LOOKED_AT_MOST = 200  # payments in one sweep; the next one is a minute away
BEFORE_LOOKING = timedelta(minutes=2)  # a supporter may still be on the provider's page
FORGOTTEN_AFTER = timedelta(days=1)  # an intent whose supporter never got to the provider's page
WAITING = (
    State.INTENDED,
    State.STARTED,
    State.ACTION_NEEDED,
    State.PROCESSING,
    State.UNKNOWN,
    State.AUTHORISED,  # a promise may be taken back at the provider, and must not count then
)


@app.task(
    name="payments.take_back",
)
def take_back(payment_id: int) -> None:
    """A payment that was given up here is taken back at its provider."""
    _at_the_provider(cancel_at_provider, payment_id)


@app.periodic(cron="* * * * *")
@app.task(name="payments.sweep", queueing_lock="payments.sweep", priority=10)
def sweep_payments(timestamp: int) -> None:
    """Read each payment under way that nobody has heard of for a while, oldest look first.

    An intent that never reached its provider is given up after a day, so that nothing waits for
    it. What was given up here and is still open there is taken back.
    """
    forgotten = {"state": State.INTENDED, "intended_at__lt": now() - FORGOTTEN_AFTER}
    for payment_id in list(_quiet(**forgotten)):
        _at_the_provider(cancel_at_provider, payment_id)
    for payment_id in list(_quiet(state__in=WAITING)):
        _at_the_provider(refresh_payment, payment_id)
    given_up = {"state__in": WITHOUT_MONEY, "released_at": None, "provider_object__isnull": False}
    for payment_id in list(_quiet(**given_up)):
        _at_the_provider(cancel_at_provider, payment_id)


@app.periodic(cron="* * * * *")
@app.task(name="payments.read_records", queueing_lock="payments.read_records", priority=10)
def read_records(timestamp: int) -> None:
    """Money that a provider moved without telling, a refund above all, is found in its record."""
    for name in open_providers():
        _copy_the_record_of(name)
    mark_known()
    for payment_id in payments_behind(at_most=LOOKED_AT_MOST):
        _at_the_provider(refresh_payment, payment_id)
    mark_known()


def _copy_the_record_of(name: str) -> None:
    """What cannot be read now is read in a minute; one provider never stops the others."""
    try:
        read_record(provider_name=name)
    except (OutcomeUnknown, ProviderRefused, NoSuchProvider) as silence:
        log.warning("the record of %s could not be read: %s", name, silence)
    except Exception:
        log.exception("the record of %s could not be read", name)


def _quiet(**which: Any) -> QuerySet[Payment, int]:
    long_ago = now() - BEFORE_LOOKING
    quiet = Q(looked_at=None, intended_at__lt=long_ago) | Q(looked_at__lt=long_ago)
    waiting = Payment.objects.filter(quiet, provider__in=open_providers(), **which)
    parked = Q(mismatches__isnull=False, mismatches__settled_at=None)
    oldest = waiting.exclude(parked).order_by(F("looked_at").asc(nulls_first=True), "pk")
    return oldest.values_list("pk", flat=True)[:LOOKED_AT_MOST]


def _at_the_provider(action: Callable[..., Payment], payment_id: int) -> None:
    """What cannot be done now is done by a later sweep; one payment never stops the others."""
    try:
        action(payment_id=payment_id, at=now())
    except (OutcomeUnknown, ProviderRefused, PostingRefused, NoSuchProvider) as silence:
        log.warning("payment:%s waits: %s", payment_id, silence)
    except Exception:
        log.exception("payment:%s could not be brought to where its provider has it", payment_id)
        Payment.objects.filter(pk=payment_id).update(looked_at=now())

"""Take a payment back where it is: at its provider."""

from datetime import datetime

from django.db import connection

from colletta.payments.actions.apply_snapshot import apply_snapshot
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.start_payment import CallInsideTransaction
from colletta.payments.models import Payment, State
from colletta.payments.providers.contract import (
    OutcomeUnknown,
    Provider,
    ProviderRefused,
    Snapshot,
)
from colletta.payments.providers.registry import provider_named


def cancel_at_provider(*, payment_id: int, at: datetime) -> Payment:
    """Nobody can pay it any more, unless the money was quicker: its state says which.

    An unclear answer is not believed: the object is read, and the payment stands where it is, so
    the caller looks at the state that comes back (*cancelled*, or *captured*, or still under way).
    Doing it again changes nothing. Raises OutcomeUnknown, ProviderRefused, NoSuchProvider,
    CallInsideTransaction; where the money was quicker PaymentWasCaptured, and what `post` raises.
    """
    if connection.in_atomic_block:
        raise CallInsideTransaction(f"payment:{payment_id}")
    payment = Payment.objects.get(pk=payment_id)
    if payment.state == State.CAPTURED:
        return payment
    provider = provider_named(payment.provider)
    object_id = payment.provider_object or _found(provider, payment)
    if object_id is None:
        # A start that is on its way finds the payment over, and takes its object back itself.
        return cancel_payment(payment_id=payment_id, at=at)
    snapshot = _taken_back(provider, object_id)
    return apply_snapshot(payment_id=payment_id, snapshot=snapshot, at=at)


def _found(provider: Provider, payment: Payment) -> str | None:
    snapshot = provider.find(str(payment))
    return snapshot.object_id if snapshot else None


def _taken_back(provider: Provider, object_id: str) -> Snapshot:
    try:
        return provider.cancel(object_id)
    except (OutcomeUnknown, ProviderRefused):
        return provider.fetch(object_id)

"""Ask the provider what became of a payment, then believe it."""

from datetime import datetime

from django.db import connection

from colletta.payments.actions.apply_snapshot import apply_snapshot
from colletta.payments.actions.start_payment import CallInsideTransaction
from colletta.payments.models import Payment
from colletta.payments.providers.contract import Snapshot
from colletta.payments.providers.registry import provider_named


def refresh_payment(*, payment_id: int, at: datetime) -> Payment:
    """The payment stands where its provider says it does now.

    It is only read, never sent again (rule R4). A payment whose object id was lost is found by its
    reference; one that the provider never heard of stays as it is. Raises ProviderRefused,
    OutcomeUnknown, CallInsideTransaction.
    """
    if connection.in_atomic_block:
        raise CallInsideTransaction(f"payment:{payment_id}")
    payment = Payment.objects.get(pk=payment_id)
    snapshot = _look(payment)
    if snapshot is None:
        # Looked at all the same: else those that nobody ever started would stand first for ever.
        payment.looked_at = at
        payment.save(update_fields=["looked_at"])
        return payment
    return apply_snapshot(payment_id=payment_id, snapshot=snapshot, at=at)


def _look(payment: Payment) -> Snapshot | None:
    provider = provider_named(payment.provider)
    if payment.provider_object:
        return provider.fetch(payment.provider_object)
    return provider.find(str(payment))

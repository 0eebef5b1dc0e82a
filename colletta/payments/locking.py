"""Payments are locked after the row they pay for (rule R6)."""

from colletta.payments.models import Payment
from colletta.payments.purposes import purpose_of


def lock_payment(*, payment_id: int) -> Payment:
    """The payment, locked for this transaction, with its purpose's row locked first.

    Raises Payment.DoesNotExist.
    """
    known = Payment.objects.only("purpose", "purpose_id").get(pk=payment_id)
    purpose_of(known).lock(purpose_id=known.purpose_id)
    return Payment.objects.select_for_update().get(pk=payment_id)

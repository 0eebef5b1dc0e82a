"""Payments are locked after the row they pay for (rule R6)."""

from django.db import connection

from colletta.payments.models import Payment
from colletta.payments.purposes import purpose_named

WHAT_FOR = "SELECT purpose, purpose_id FROM payments_payment WHERE id = %s"


def lock_payment(*, payment_id: int) -> Payment:
    """The payment, locked for this transaction, with its purpose's row locked first.

    Raises Payment.DoesNotExist.
    """
    with connection.cursor() as cursor:
        cursor.execute(WHAT_FOR, [payment_id])
        known = cursor.fetchone()
    if known is None:
        raise Payment.DoesNotExist(f"payment:{payment_id}")
    purpose, purpose_id = known
    purpose_named(purpose).lock(purpose_id=purpose_id)
    return Payment.objects.select_for_update().get(pk=payment_id)

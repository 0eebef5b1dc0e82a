"""The money of a payment arrived."""

from datetime import datetime

from django.db import transaction

from colletta.history.second_try import tried_again
from colletta.payments.locking import lock_payment
from colletta.payments.models import Payment, State
from colletta.payments.purposes import purpose_of


@tried_again
@transaction.atomic
def capture_payment(*, payment_id: int, at: datetime) -> Payment:
    """The payment is *captured* in full and its purpose has booked the money, in one transaction.

    Also where it had been given up here: the money did arrive. A second call changes nothing.
    """
    payment = lock_payment(payment_id=payment_id)
    if payment.state == State.CAPTURED:
        return payment
    payment.state = State.CAPTURED
    payment.captured_minor = payment.amount_minor
    payment.captured_at = at
    payment.save(update_fields=["state", "captured_minor", "captured_at"])
    purpose_of(payment).captured(payment=payment, at=at)
    return payment

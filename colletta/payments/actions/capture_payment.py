"""The money of a payment arrived."""

from datetime import datetime

from django.db import transaction

from colletta.payments.locking import lock_payment
from colletta.payments.models import LIVE_STATES, Payment, State
from colletta.payments.purposes import purpose_of


class PaymentIsOver(Exception):
    """The payment was refused, cancelled or has expired."""


@transaction.atomic
def capture_payment(*, payment_id: int, at: datetime) -> Payment:
    """The payment is *captured* in full and its purpose has booked the money, in one transaction.

    A second call changes nothing. Raises PaymentIsOver where the payment ended without money.
    """
    payment = lock_payment(payment_id=payment_id)
    if payment.state == State.CAPTURED:
        return payment
    if payment.state not in LIVE_STATES:
        raise PaymentIsOver(f"{payment} is {payment.state}")
    payment.state = State.CAPTURED
    payment.captured_minor = payment.amount_minor
    payment.captured_at = at
    payment.save(update_fields=["state", "captured_minor", "captured_at"])
    purpose_of(payment).captured(payment=payment, at=at)
    return payment

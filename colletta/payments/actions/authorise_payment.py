"""The money of a payment is promised, to be taken later."""

from datetime import datetime

from django.db import transaction

from colletta.payments.actions.capture_payment import PaymentIsOver
from colletta.payments.locking import lock_payment
from colletta.payments.models import LIVE_STATES, Payment, State
from colletta.payments.purposes import purpose_of


@transaction.atomic
def authorise_payment(*, payment_id: int, at: datetime) -> Payment:
    """The payment is *authorised* and its purpose holds a promise, in one transaction.

    A second call changes nothing. Raises PaymentIsOver where the payment is no longer live.
    """
    payment = lock_payment(payment_id=payment_id)
    if payment.state == State.AUTHORISED:
        return payment
    if payment.state not in LIVE_STATES:
        raise PaymentIsOver(f"{payment} is {payment.state}")
    payment.state = State.AUTHORISED
    payment.save(update_fields=["state"])
    purpose_of(payment).authorised(payment=payment, at=at)
    return payment

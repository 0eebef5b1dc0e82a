"""The money of a payment will not be taken."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.history.second_try import tried_again
from colletta.payments.locking import lock_payment
from colletta.payments.models import LIVE_STATES, Payment, State
from colletta.payments.purposes import purpose_of


class PaymentWasCaptured(Exception):
    """The money arrived; it can only be refunded."""


@tried_again
@transaction.atomic
def cancel_payment(*, payment_id: int, at: datetime, into: State = State.CANCELLED) -> Payment:
    """The payment has ended without money and its purpose knows, in one transaction.

    `into` says how: *cancelled*, *refused* or *expired*. Where its provider still knows it as open
    it is taken back there after the commit (`payments/reactions.py`). A payment that ended without
    money stays as it is. Raises PaymentWasCaptured.
    """
    payment = lock_payment(payment_id=payment_id)
    if payment.state == State.CAPTURED:
        raise PaymentWasCaptured(str(payment))
    if payment.state in LIVE_STATES:
        payment.state = into
        payment.save(update_fields=["state"])
        purpose_of(payment).cancelled(payment=payment, at=at)
        if payment.provider_object and payment.released_at is None:
            record("payment.given_up", about=str(payment), at=at)
    return payment

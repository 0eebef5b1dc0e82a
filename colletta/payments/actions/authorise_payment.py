"""The money of a payment is promised, to be taken later."""

from datetime import datetime

from django.db import transaction

from colletta.history.second_try import tried_again
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.locking import lock_payment
from colletta.payments.models import LIVE_STATES, Payment, State
from colletta.payments.purposes import PromiseIsLate, purpose_of


class PaymentIsOver(Exception):
    """The payment was refused, cancelled or has expired."""


@tried_again
@transaction.atomic
def authorise_payment(*, payment_id: int, at: datetime) -> Payment:
    """The payment is *authorised* and its purpose holds a promise, in one transaction.

    Where its purpose can hold no promise any more, the payment is *cancelled* and goes back to its
    provider. A second call changes nothing. Raises PaymentIsOver where it is no longer live.
    """
    payment = lock_payment(payment_id=payment_id)
    if payment.state == State.AUTHORISED:
        return payment
    if payment.state not in LIVE_STATES:
        raise PaymentIsOver(f"{payment} is {payment.state}")
    try:
        with transaction.atomic():
            payment.state = State.AUTHORISED
            payment.save(update_fields=["state"])
            purpose_of(payment).authorised(payment=payment, at=at)
    except PromiseIsLate:
        return cancel_payment(payment_id=payment_id, at=at)
    return payment

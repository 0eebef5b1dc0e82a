"""Bring a payment to its provider, whose page the supporter then goes to."""

from django.db import connection, transaction

from colletta.history.actions.record import record
from colletta.history.second_try import tried_again
from colletta.payments.locking import lock_payment
from colletta.payments.models import LIVE_STATES, Method, Payment, State
from colletta.payments.providers.contract import Start, Started
from colletta.payments.providers.registry import provider_named

STARTABLE = (State.INTENDED, State.STARTED, State.ACTION_NEEDED)


class PaymentIsNotStartable(Exception):
    """The payment is under way or over; there is nothing for the supporter to confirm."""


class CallInsideTransaction(RuntimeError):
    """A provider would be called while rows are locked (rule R3)."""


def start_payment(
    *,
    payment_id: int,
    payee: str,
    description: str,
    return_url: str,
    language: str,
    save_for_later: bool = False,
) -> str:
    """The provider's object exists, its id is stored, and its page is returned.

    The intent was committed before (rule R2); nothing moves until the supporter confirms on that
    page, so an answer that is lost costs nothing: asking again gives the same object. Raises
    PaymentIsNotStartable, ProviderRefused, OutcomeUnknown, CallInsideTransaction.
    """
    if connection.in_atomic_block:
        raise CallInsideTransaction(f"payment:{payment_id}")
    payment = Payment.objects.get(pk=payment_id)
    if payment.state not in STARTABLE:
        raise PaymentIsNotStartable(f"{payment} is {payment.state}")
    started = provider_named(payment.provider).start(
        Start(
            reference=str(payment),
            amount=payment.amount,
            method=Method(payment.method),
            payee=payee,
            description=description,
            return_url=return_url,
            language=language,
            save_for_later=save_for_later,
        )
    )
    payment = _keep(payment_id, started)
    if payment.state not in LIVE_STATES:
        raise PaymentIsNotStartable(f"{payment} is {payment.state}")
    return started.page


@tried_again
@transaction.atomic
def _keep(payment_id: int, started: Started) -> Payment:
    payment = lock_payment(payment_id=payment_id)
    if payment.state == State.INTENDED:
        payment.state = State.STARTED
        payment.provider_object = started.object_id
        payment.save(update_fields=["state", "provider_object"])
    elif payment.provider_object is None:
        # Given up while its provider was making the object, which is taken back.
        payment.provider_object = started.object_id
        payment.save(update_fields=["provider_object"])
        record("payment.given_up", about=str(payment))
    return payment

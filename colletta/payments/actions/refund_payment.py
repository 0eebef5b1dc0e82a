"""Money of a payment went back to whoever paid it."""

from datetime import datetime

from django.db import transaction

from colletta.history.second_try import tried_again
from colletta.ledger.actions.post import post
from colletta.ledger.chart import provider_clearing, unclaimed
from colletta.ledger.moves import Move
from colletta.money import Money
from colletta.payments.locking import lock_payment
from colletta.payments.models import Payment, Unclaimed
from colletta.payments.purposes import purpose_of


@tried_again
@transaction.atomic
def refund_payment(*, payment_id: int, refunded: Money, at: datetime) -> Payment:
    """So much of the payment in all has gone back; what is new of it is booked, once.

    `refunded` is the sum of all its refunds, as the provider says it. A sum that is not above what
    we know changes nothing, so that reports may come twice, late, or in any order. Raises
    FundIsEmpty where the money has been paid out already.
    """
    payment = lock_payment(payment_id=payment_id)
    more = refunded - Money(payment.refunded_minor, payment.currency)
    if more.minor <= 0:
        return payment
    payment.refunded_minor = refunded.minor
    payment.save(update_fields=["refunded_minor"])
    held = Unclaimed.objects.filter(payment=payment).first()
    if held is None:
        purpose_of(payment).refunded(payment=payment, amount=more, at=at)
    else:
        _return(payment, held, more, at)
    return payment


def _return(payment: Payment, held: Unclaimed, amount: Money, at: datetime) -> None:
    place = (payment.provider, payment.provider_account, payment.currency)
    post(
        kind="return",
        key=f"{payment}:refunded:{payment.refunded_minor}",
        transfers=[Move(unclaimed(*place), provider_clearing(*place), amount)],
        occurred_at=at,
    )
    if payment.refunded_minor == payment.captured_minor:
        held.settled_at = at
        held.save(update_fields=["settled_at"])

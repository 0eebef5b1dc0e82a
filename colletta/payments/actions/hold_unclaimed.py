"""Money arrived that its purpose cannot take."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.ledger.actions.post import post
from colletta.ledger.chart import provider_clearing, unclaimed
from colletta.ledger.moves import Move
from colletta.money import Money
from colletta.payments.models import Payment, Unclaimed


@transaction.atomic(savepoint=False)
def hold_unclaimed(*, payment: Payment, why: str, at: datetime) -> Unclaimed:
    """The money is in the books as what it is: to be given back; the desk is told `why`.

    Called with a captured payment whose row is locked. A second call changes nothing.
    """
    row, new = Unclaimed.objects.get_or_create(payment=payment, defaults={"why": why})
    if new:
        place = (payment.provider, payment.provider_account, payment.currency)
        arrived = Money(payment.captured_minor, payment.currency)
        post(
            kind="unclaimed",
            key=f"{payment}:captured",
            transfers=[Move(provider_clearing(*place), unclaimed(*place), arrived)],
            occurred_at=at,
        )
        record("payment.unclaimed", about=str(payment), details={"why": why}, at=at)
    return row

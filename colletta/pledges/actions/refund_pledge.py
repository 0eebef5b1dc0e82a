"""Money of a gift went back to its supporter."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.ledger.actions.post import post
from colletta.ledger.chart import (
    campaign_fund,
    campaign_given,
    campaign_raised,
    provider_clearing,
)
from colletta.ledger.moves import Move
from colletta.money import Money
from colletta.payments.models import Payment
from colletta.pledges.mails import write_refund
from colletta.pledges.models import Pledge, RefundRequest, State


@transaction.atomic(savepoint=False)
def refund_pledge(*, payment: Payment, amount: Money, at: datetime) -> Pledge:
    """The gift is `amount` smaller in the books and on the page; at nothing it is *refunded*.

    Its supporter is written to. Called with a payment whose row and pledge are locked, and whose
    `refunded_minor` counts `amount` already: that sum is in the key of the posting, so each refund
    is booked once. Raises FundIsEmpty where the campaign's money has been paid out.
    """
    pledge = Pledge.objects.select_for_update(of=("self",)).get(pk=payment.purpose_id)
    pledge.net_minor = (pledge.net - amount).minor
    if pledge.net_minor == 0:
        pledge.state = State.REFUNDED
        RefundRequest.objects.still_open().filter(pledge=pledge).update(settled_at=at)
    # A letter takes its time to be put into words: before the tally and the accounts are held.
    write_refund(pledge=pledge, payment=payment, amount=amount)
    pledge.save(update_fields=["net_minor", "state"])
    details = {"campaign": pledge.campaign_id, "minor": amount.minor, "currency": amount.currency}
    record("pledge.refunded", about=str(pledge), details=details, at=at)
    _book(pledge.campaign_id, payment, amount, at)
    return pledge


def _book(campaign_id: int, payment: Payment, amount: Money, at: datetime) -> None:
    currency = amount.currency
    clearing = provider_clearing(payment.provider, payment.provider_account, currency)
    raised, given = campaign_raised(campaign_id, currency), campaign_given(campaign_id, currency)
    post(
        kind="refund",
        key=f"{payment}:refunded:{payment.refunded_minor}",
        transfers=[
            Move(campaign_fund(campaign_id, currency), clearing, amount),
            Move(raised, given, amount),
        ],
        occurred_at=at,
    )

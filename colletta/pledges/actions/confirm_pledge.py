"""The money of a pledge arrived: it becomes a gift, in the books and on the page."""

from datetime import datetime

from django.db import connection, transaction

from colletta.campaigns.models import Closure, Type
from colletta.campaigns.models import State as CampaignState
from colletta.history.actions.record import record
from colletta.ledger.actions.post import post
from colletta.ledger.chart import (
    campaign_fund,
    campaign_given,
    campaign_raised,
    provider_clearing,
)
from colletta.ledger.models import Posting
from colletta.ledger.moves import Move
from colletta.money import Money
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.hold_unclaimed import hold_unclaimed
from colletta.payments.models import LIVE_STATES, Payment
from colletta.pledges.actions.publish_names import publish_names
from colletta.pledges.mails import write_receipt
from colletta.pledges.models import Pledge, State

STILL_LIVE = """
    SELECT id FROM payments_payment
    WHERE purpose = 'pledge' AND purpose_id = %s AND state = ANY (%s) ORDER BY id
"""


@transaction.atomic(savepoint=False)
def confirm_pledge(*, payment: Payment, at: datetime) -> Pledge:
    """The pledge is *confirmed*, its money is in the ledger, the receipt is written.

    Whatever else of the pledge was still to be paid is given up. Money for a pledge that was made
    in time is a gift, however late it comes. Money that the pledge cannot take is held to be given
    back, and the pledge stays as it is. Called with a captured payment whose row and pledge are
    locked. A second call with the same payment changes nothing.
    """
    pledges = Pledge.objects.select_related("campaign").select_for_update(of=("self",))
    pledge = pledges.get(pk=payment.purpose_id)
    if why := _why_not(pledge):
        if not Posting.objects.filter(key=f"{payment}:captured").exists():
            hold_unclaimed(payment=payment, why=why, at=at)
        return pledge
    gift = Money(payment.captured_minor, payment.currency)
    _become_a_gift(pledge, payment, gift, at)
    if pledge.show_name and not pledge.show_amount:
        publish_names(campaign_id=pledge.campaign_id)
    _give_up_others(pledge, at)
    # Last, since every gift through one provider waits for the same account until this one commits.
    _book(pledge.campaign_id, payment, gift, at)
    return pledge


def _become_a_gift(pledge: Pledge, payment: Payment, gift: Money, at: datetime) -> None:
    pledge.state = State.CONFIRMED
    pledge.net_minor = gift.minor
    pledge.confirmed_at = at
    # A letter takes its time to be put into words: before the campaign's tally is held.
    write_receipt(pledge=pledge, payment=payment)
    pledge.save(update_fields=["state", "net_minor", "confirmed_at"])
    record("pledge.confirmed", about=str(pledge), details={"campaign": pledge.campaign_id}, at=at)


def _give_up_others(pledge: Pledge, at: datetime) -> None:
    """Money through an older payment settles the pledge: no newer one may take it twice."""
    with connection.cursor() as cursor:
        cursor.execute(STILL_LIVE, [pledge.pk, list(LIVE_STATES)])
        others = cursor.fetchall()
    for (payment_id,) in others:
        cancel_payment(payment_id=payment_id, at=at)


def _why_not(pledge: Pledge) -> str:
    """Why no money can become a gift through this pledge; empty when it can."""
    campaign = pledge.campaign
    if pledge.state not in (State.PENDING, State.PROMISED, State.EXPIRED):
        return f"the pledge is {pledge.state}"
    if campaign.state == CampaignState.CANCELLED:
        return "the campaign is cancelled"
    all_or_nothing = campaign.type == Type.ALL_OR_NOTHING
    if all_or_nothing and Closure.objects.filter(campaign=campaign, reached=False).exists():
        return "the campaign missed its target"
    return ""


def _book(campaign_id: int, payment: Payment, gift: Money, at: datetime) -> None:
    currency = gift.currency
    clearing = provider_clearing(payment.provider, payment.provider_account, currency)
    post(
        kind="gift",
        key=f"{payment}:captured",
        transfers=[
            Move(clearing, campaign_fund(campaign_id, currency), gift),
            Move(
                campaign_given(campaign_id, currency), campaign_raised(campaign_id, currency), gift
            ),
        ],
        occurred_at=at,
    )

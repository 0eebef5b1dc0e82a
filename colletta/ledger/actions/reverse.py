"""Undo a posting that was wrong, leaving both to be seen."""

from datetime import datetime

from colletta.ledger.actions.post import post
from colletta.ledger.models import Account, Posting
from colletta.ledger.moves import AccountRef, Move
from colletta.money import Money


class NoSuchPosting(LookupError):
    """There is nothing to undo under that key."""


def reverse(*, key: str, occurred_at: datetime) -> Posting:
    """A posting of kind "reversal" with the key "<key>:reversed" moves everything back.

    Asking again gives the reversal that is there. Raises NoSuchPosting and what `post` raises,
    FundIsEmpty first of all: money that has been paid out cannot be unbooked.
    """
    posting = Posting.objects.filter(key=key).first()
    if posting is None:
        raise NoSuchPosting(f"no posting has the key {key}")
    transfers = posting.transfers.select_related("source", "destination").order_by("-pk")
    return post(
        kind="reversal",
        key=f"{key}:reversed",
        transfers=[
            Move(_ref(t.destination), _ref(t.source), Money(t.amount, t.currency))
            for t in transfers
        ],
        occurred_at=occurred_at,
    )


def _ref(account: Account) -> AccountRef:
    return AccountRef(
        account.code,
        account.owner,
        account.currency,
        "debit" if account.normal == Account.Normal.DEBIT else "credit",
        account.floor,
    )

"""Write one business fact into the books. The only door."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import DatabaseError, connection

from colletta.ledger.accounts import open_accounts
from colletta.ledger.kinds import must_be_known
from colletta.ledger.models import Posting, Transfer
from colletta.ledger.moves import AccountRef, Move


class PostingRefused(Exception):
    """The books do not take a posting. After one that the database spoke, roll back."""


class FundIsEmpty(PostingRefused):
    """An account would fall below its floor."""


class MoneyIsFrozen(PostingRefused):
    """All movement of money is stopped."""


class KeyTakenByOtherPosting(PostingRefused):
    """The key has booked something else."""


class NothingToBook(PostingRefused):
    """A posting without transfers."""


class PostingOutsideTransaction(PostingRefused):
    """The posting must stand in the transaction of the state change and the fact (rule R3)."""


# One journey: the posting is written when every account stands as named, and its transfers with it
# in one statement, whose trigger locks the accounts in one order (rule R6) and moves the balances.
INSERT_POSTING = """
    WITH named AS (
        SELECT * FROM unnest(
            %(codes)s::text[], %(owners)s::text[], %(currencies)s::text[], %(normals)s::text[],
            %(floors)s::bigint[]
        ) AS t (code, owner, currency, normal, floor)
    ), account AS (
        SELECT a.id, a.code FROM named n JOIN ledger_account a
        ON (a.code, a.owner, a.currency, a.normal) = (n.code, n.owner, n.currency, n.normal)
        AND a.floor IS NOT DISTINCT FROM n.floor
    ), posting AS (
        INSERT INTO ledger_posting (kind, key, occurred_at)
        SELECT %(kind)s, %(key)s, %(occurred_at)s
        WHERE (SELECT count(*) FROM account) = (SELECT count(*) FROM named)
        ON CONFLICT (key) DO NOTHING
        RETURNING id, booked_at
    ), transfer AS (
        INSERT INTO ledger_transfer (posting_id, source_id, destination_id, currency, amount)
        SELECT posting.id, s.id, d.id, m.currency, m.amount
        FROM posting, unnest(
            %(sources)s::text[], %(destinations)s::text[], %(units)s::text[], %(amounts)s::bigint[]
        ) WITH ORDINALITY AS m (source, destination, currency, amount, place)
        JOIN account s ON s.code = m.source JOIN account d ON d.code = m.destination
        ORDER BY m.place
    )
    SELECT id, booked_at FROM posting
"""


def post(*, kind: str, key: str, transfers: Sequence[Move], occurred_at: datetime) -> Posting:
    """The posting `key` is in the books with these transfers, and the balances have moved.

    Asking again with the same key and the same content (kind, transfers, `occurred_at`) gives the
    posting that is there, also while money is frozen. Needs the caller's transaction. Raises
    FundIsEmpty, MoneyIsFrozen, KeyTakenByOtherPosting, NothingToBook, PostingOutsideTransaction,
    AccountIsOther and UnknownKindOfPosting. A caller that goes on after a refusal by the database
    (the first two) puts the call into a savepoint.
    """
    must_be_known(kind)
    if not transfers:
        raise NothingToBook(f"{kind} {key} has no transfers")
    if not connection.in_atomic_block:
        raise PostingOutsideTransaction(f"{kind} {key} needs the transaction of its cause")
    posting = Posting(kind=kind, key=key, occurred_at=occurred_at)
    if _write(posting, transfers):
        return posting
    existing = _booked(posting, transfers)
    if existing is not None:
        return existing
    open_accounts(_accounts(transfers))
    if _write(posting, transfers):
        return posting
    # Somebody booked the same key between our first look and now.
    existing = _booked(posting, transfers)
    assert existing is not None, f"{key} was neither written nor found"
    return existing


def _write(posting: Posting, transfers: Sequence[Move]) -> bool:
    accounts = _accounts(transfers)
    arguments: dict[str, Any] = {
        "kind": posting.kind,
        "key": posting.key,
        "occurred_at": posting.occurred_at,
        "codes": [account.code for account in accounts],
        "owners": [account.owner for account in accounts],
        "currencies": [account.currency for account in accounts],
        "normals": [account.normal for account in accounts],
        "floors": [account.floor for account in accounts],
        "sources": [move.source.code for move in transfers],
        "destinations": [move.destination.code for move in transfers],
        "units": [move.amount.currency for move in transfers],
        "amounts": [move.amount.minor for move in transfers],
    }
    with _named_refusals(posting.key), connection.cursor() as cursor:
        cursor.execute(INSERT_POSTING, arguments)
        written = cursor.fetchone()
    if written is None:
        return False
    posting.pk, posting.booked_at = written
    return True


def _accounts(transfers: Sequence[Move]) -> list[AccountRef]:
    return list(dict.fromkeys(a for move in transfers for a in (move.source, move.destination)))


def _booked(wanted: Posting, transfers: Sequence[Move]) -> Posting | None:
    existing = Posting.objects.filter(key=wanted.key).first()
    if existing is None:
        return None
    content = ("source__code", "destination__code", "currency", "amount")
    booked = sorted(Transfer.objects.filter(posting=existing).values_list(*content))
    asked = sorted(
        (move.source.code, move.destination.code, move.amount.currency, move.amount.minor)
        for move in transfers
    )
    same_fact = (existing.kind, existing.occurred_at) == (wanted.kind, wanted.occurred_at)
    if not same_fact or booked != asked:
        raise KeyTakenByOtherPosting(f"{wanted.key} has booked another {existing.kind}")
    return existing


@contextmanager
def _named_refusals(key: str) -> Iterator[None]:
    """Give the database's refusals the names of this file, by the constraint they speak of."""
    try:
        yield
    except DatabaseError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        constraint = getattr(diagnosis, "constraint_name", None)
        if constraint == "ledger_account_keeps_its_floor":
            raise FundIsEmpty(f"{key} moves more than the account may give") from error
        if constraint == "ledger_money_is_frozen":
            raise MoneyIsFrozen(f"{key} waits: {error}") from error
        raise

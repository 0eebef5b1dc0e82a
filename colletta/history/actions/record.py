"""Tell history that something happened."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import connection, transaction
from psycopg.types.json import Jsonb

from colletta.history.elsewhere import is_elsewhere
from colletta.history.freshness import board, subjects_of
from colletta.history.jobs import deliver_fact
from colletta.history.kinds import must_be_known
from colletta.history.models import Fact
from colletta.history.queue import defer
from colletta.history.subscriptions import subscribers_of, wants

# One statement for the fact and its deliveries: they exist together or not at all.
INSERT_FACT = """
    WITH fact AS (
        INSERT INTO history_fact (kind, about, by, at, details)
        VALUES (%(kind)s, %(about)s, %(by)s, coalesce(%(at)s, colletta_now()), %(details)s)
        RETURNING id, at
    ), delivery AS (
        INSERT INTO history_delivery (fact_id, subscriber, next_attempt_at)
        SELECT fact.id, name, colletta_now() FROM fact, unnest(%(subscribers)s::text[]) AS name
    )
    SELECT id, at FROM fact
"""


class FactOutsideTransaction(RuntimeError):
    """A fact was told outside the transaction that makes it true."""


def record(
    kind: str,
    *,
    about: str,
    by: str | None = None,
    details: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> Fact:
    """Write one fact, one delivery per subscriber and one wake-up job in the caller's transaction.

    `about` and `by` are opaque references ("pledge:12", "person:3"); without `by` the house itself
    did it. `details` are JSON without personal data; sums in minor units beside their currency.
    `at` is when it happened, by default now by the database's clock.

    Raises UnknownKind, FactOutsideTransaction.
    """
    must_be_known(kind)
    if not transaction.get_connection().in_atomic_block:
        raise FactOutsideTransaction(f"{kind} about {about} must be told in a transaction")
    fact = Fact(kind=kind, about=about, by=by or "", details=details or {})
    named = () if is_elsewhere() else subscribers_of(kind)
    subscribers = [name for name in named if wants(name, fact)]
    arguments: dict[str, Any] = {
        "kind": kind,
        "about": about,
        "by": fact.by,
        "at": at,
        "details": Jsonb(fact.details),
        "subscribers": subscribers,
    }
    with connection.cursor() as cursor:
        cursor.execute(INSERT_FACT, arguments)
        fact.pk, fact.at = cursor.fetchone()
    if subscribers:
        defer(deliver_fact, fact_id=fact.pk)
    transaction.on_commit(partial(_tell, fact), robust=True)
    return fact


def _tell(fact: Fact) -> None:
    """From now on no process of this machine shows a page that does not know the fact."""
    if known := board():
        known.tell(fact.pk, at=fact.at, subjects=subjects_of(fact.about, fact.details))

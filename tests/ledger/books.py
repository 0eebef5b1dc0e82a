"""Small books for the tests: Ada's campaign 1, which people give to by card."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from threading import Barrier
from typing import Any

import psycopg
import pytest
from django.db import connections, transaction

from colletta.history.clock import now
from colletta.ledger.actions.post import post
from colletta.ledger.chart import (
    campaign_fund,
    campaign_given,
    campaign_raised,
    provider_clearing,
)
from colletta.ledger.models import Freeze, Posting
from colletta.ledger.moves import Move
from colletta.money import Money
from tests.database import Database

CARD = provider_clearing("card", "", "EUR")
FUND = campaign_fund(1, "EUR")
RAISED = campaign_raised(1, "EUR")
GIVEN = campaign_given(1, "EUR")

ACTORS = ["app", "owner", "superuser", "replica"]


def eur(minor: int) -> Money:
    return Money(minor, "EUR")


def gift(minor: int, *, campaign: int = 1) -> list[Move]:
    """The transfers of a gift by card."""
    fund, raised = campaign_fund(campaign, "EUR"), campaign_raised(campaign, "EUR")
    return [
        Move(CARD, fund, eur(minor)),
        Move(campaign_given(campaign, "EUR"), raised, eur(minor)),
    ]


def payout(minor: int) -> list[Move]:
    """The transfer of a payout."""
    return [Move(FUND, CARD, eur(minor))]


def book(key: str, transfers: Sequence[Move], kind: str = "gift") -> Posting:
    """Post in a transaction of its own."""
    with transaction.atomic():
        return post(kind=kind, key=key, transfers=transfers, occurred_at=now())


def post_gift(key: str, minor: int) -> Posting:
    """A gift in the caller's transaction."""
    return post(kind="gift", key=key, transfers=gift(minor), occurred_at=now())


def acting(database: Database, actor: str) -> psycopg.Connection:
    """A connection of the application, the owner, a superuser, or one in replica mode."""
    connection = database.connect("superuser" if actor == "replica" else actor)
    if actor == "replica":
        connection.execute("SET session_replication_role = replica")
        connection.commit()
    return connection


@contextmanager
def refused(
    sqlstate: str, begins: str = "", constraint: str | None = None
) -> Iterator[pytest.ExceptionInfo[psycopg.Error]]:
    """The statement inside is refused with exactly this SQLSTATE."""
    with pytest.raises(psycopg.Error) as caught:
        yield caught
    error = caught.value
    assert error.sqlstate == sqlstate, f"{error.sqlstate}: {error}"
    assert str(error).startswith(begins), str(error)
    if constraint is not None:
        assert error.diag.constraint_name == constraint


def at_once(number: int, act: Callable[[int], Any]) -> list[Any]:
    """What `act(n)` gives, or the error it raises, for many threads that start together."""
    start = Barrier(number, timeout=30)

    def run(place: int) -> Any:
        try:
            start.wait()
            return act(place)
        except Exception as error:  # noqa: BLE001 - what went wrong is the answer
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))


def frozen_since() -> datetime | None:
    """Since when money is frozen, or None."""
    return Freeze.objects.get().frozen_at

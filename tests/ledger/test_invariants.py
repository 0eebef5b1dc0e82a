"""Every invariant is broken once by a superuser with the guards off, and found."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from colletta.ledger import invariants
from colletta.ledger.checks import Result, check_books, guards
from tests.database import Database, django_on

BREACHES = {
    "postings_without_transfers": ["DELETE FROM ledger_transfer"],
    "impossible_transfers": [
        "ALTER TABLE ledger_transfer DROP CONSTRAINT ledger_transfer_amount_is_positive",
        "UPDATE ledger_transfer SET amount = -amount",
    ],
    "broken_seals": ["UPDATE ledger_transfer SET xid = '3'"],
    "drifted_balances": [
        "UPDATE ledger_account SET balance = balance + 1 WHERE code = 'campaign:1:fund'"
    ],
    "balances_below_their_floor": [
        "ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_keeps_its_floor",
        "UPDATE ledger_account SET balance = -1 WHERE code = 'campaign:1:fund'",
    ],
    "unbalanced_currencies": [
        "UPDATE ledger_account SET balance = balance + 1 WHERE code = 'provider:card:EUR'"
    ],
    "unexplained_kinds": ["UPDATE ledger_posting SET kind = 'gitf'"],
    "postings_while_frozen": [
        "UPDATE ledger_freeze SET frozen_at = '2001-01-01', reason = 'a trial'"
    ],
    "missing_guards": ["DROP TRIGGER ledger_transfer_judged ON ledger_transfer"],
    "disabled_triggers": [],
}
TABLES = ["ledger_account", "ledger_posting", "ledger_transfer", "ledger_freeze"]


@pytest.fixture
def as_superuser(books: Database, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Django as a superuser; what happens inside is rolled back."""
    with django_db_blocker.unblock(), django_on(books.url("superuser")), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def unguarded(as_superuser: None) -> None:
    """All triggers of the books are off."""
    for table in TABLES:
        run(f"ALTER TABLE {table} DISABLE TRIGGER ALL")


def test_true_books_break_nothing(books: Database, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock(), django_on(books.url("app")):
        broken = [result for result in check_books() if not result.holds]
    assert broken == []


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_found(unguarded: None, name: str) -> None:
    for statement in BREACHES[name]:
        run(statement)
    found = broken_ones()[f"{invariants.__name__}.{name}"]
    assert found.sentence.endswith(".")
    assert found.breaches


def test_a_missing_switch_is_found(unguarded: None) -> None:
    run("DELETE FROM ledger_freeze")
    assert f"{invariants.__name__}.postings_while_frozen" in broken_ones()


@pytest.mark.parametrize(("table", "trigger"), [(t, g) for t in guards() for g in guards()[t]])
def test_a_guard_that_does_not_fire_always_is_found(
    as_superuser: None, table: str, trigger: str
) -> None:
    for mode in ("DISABLE TRIGGER", "ENABLE TRIGGER", "ENABLE REPLICA TRIGGER"):
        run(f"ALTER TABLE {table} {mode} {trigger}")
        breaches = broken_ones()[f"{invariants.__name__}.missing_guards"].breaches
        assert [(breach["of_table"], breach["name"]) for breach in breaches] == [(table, trigger)]


def test_every_invariant_of_the_ledger_is_broken_above() -> None:
    questions = {
        name
        for name, thing in vars(invariants).items()
        if getattr(thing, "__module__", "") == invariants.__name__
    }
    assert questions == set(BREACHES)


def broken_ones() -> dict[str, Result]:
    return {result.name: result for result in check_books() if not result.holds}


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)

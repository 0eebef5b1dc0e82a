"""The store itself: only ever added to, whoever holds the file."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from colletta.sandbox.habits import Habits
from colletta.sandbox.nouns.payment import Payment
from colletta.sandbox.store.book import Book
from colletta.sandbox.store.record import Record
from colletta.sandbox.verbs.create_payment import Terms, create_payment
from colletta.sandbox.verbs.press import finish, press
from tests.sandbox.company import running


def again(kind: str, *, about: str = "about", version: str = "version") -> str:
    """SQL that reads the events of a kind as if they happened once more."""
    columns = f"number + 1000, at, kind, {about}, {version}, details"
    return f"SELECT {columns} FROM event WHERE kind = '{kind}'"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of a sandbox that has captured 10.00 and refunded 6.00."""
    home = tmp_path_factory.mktemp("store")
    with running(home) as company:
        payment = company.paid(1000)
        company.post(f"/v1/payments/{payment}/refunds", amount=600)
    return home / "record.sqlite"


@pytest.fixture
def rows(file: Path) -> Iterator[sqlite3.Connection]:
    """The record, opened by somebody else."""
    connection = sqlite3.connect(file, isolation_level=None)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET details = '{}' WHERE kind = 'payment.succeeded'",
        "UPDATE event SET at = at + 1",
        "DELETE FROM event",
        "DELETE FROM event WHERE number = (SELECT max(number) FROM event)",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE kind = 'payment.succeeded'",
        f"INSERT OR REPLACE INTO event {again('payment.succeeded')}",
    ],
)
def test_what_happened_cannot_be_rewritten(rows: sqlite3.Connection, statement: str) -> None:
    before = rows.execute("SELECT * FROM event").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        rows.execute(statement)
    assert rows.execute("SELECT * FROM event").fetchall() == before


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        (
            f"INSERT INTO event {again('payment.succeeded', version='version + 9')}",
            "append-only",
        ),
        (
            f"INSERT INTO event {again('refund.succeeded', about='number', version='2')}",
            "refunds never pass what was captured",
        ),
        ("INSERT INTO event VALUES (9999, 1, 'x', 'y', 1, 'no json')", "CHECK"),
    ],
)
def test_the_store_itself_refuses_money_twice(
    rows: sqlite3.Connection, statement: str, rule: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=rule):
        rows.execute(statement)


def test_two_that_decide_on_the_same_knowledge_cannot_both_write(tmp_path: Path) -> None:
    """The control: two books on one file stand for a lock that failed."""
    path = tmp_path / "record.sqlite"
    first = Book(Record(path), Habits())
    with first.turn() as turn:
        payment = create_payment(turn, Terms(2500, "EUR"))
    second = Book(Record(path), Habits())
    with first.turn() as turn:
        finish(turn, payment)
    with pytest.raises(sqlite3.IntegrityError), second.turn() as turn:
        press(turn, payment, "decline")
    with second.turn() as turn:
        assert turn.state.payments[payment.id].status == "succeeded"
    first.close()
    second.close()


def test_a_turn_that_cannot_be_written_never_happened(tmp_path: Path) -> None:
    book = Book(Record(tmp_path / "record.sqlite"), Habits())
    with book.turn() as turn:
        payment = create_payment(turn, Terms(2500, "EUR"))
    with pytest.raises(DiskIsFull):
        _pay_and_fail(book, payment)
    with book.turn() as turn:
        assert turn.state.payments[payment.id].status == "created"
        assert turn.state.totals == {}
    book.close()


class DiskIsFull(Exception):
    """Whatever may happen in the middle of a turn."""


def _pay_and_fail(book: Book, payment: Payment) -> None:
    with book.turn() as turn:
        finish(turn, payment)
        assert turn.state.totals["EUR"].captured == 2500
        raise DiskIsFull

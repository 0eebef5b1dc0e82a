"""What the worker does for the ledger."""

import logging

import pytest

from colletta.history.models import Fact
from colletta.ledger.actions.post import MoneyIsFrozen
from colletta.ledger.jobs import check_books_each_minute
from tests.database import Database
from tests.ledger.books import book, frozen_since, gift

DRIFT = [
    "ALTER TABLE ledger_account DISABLE TRIGGER ledger_account_guarded",
    "UPDATE ledger_account SET balance = balance + 1 WHERE code = 'campaign:1:fund'",
    "ALTER TABLE ledger_account ENABLE ALWAYS TRIGGER ledger_account_guarded",
]


def test_F74_a_balance_that_drifted_freezes_money(
    fresh_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    book("gift:1", gift(1000))
    with fresh_database.connect("superuser") as root:
        for statement in DRIFT:
            root.execute(statement)
    with caplog.at_level(logging.CRITICAL):
        check_books_each_minute(timestamp=0)
    assert "Every balance is what its transfers make." in caplog.text
    fact = Fact.objects.get(kind="money.frozen")
    assert "Every balance is what its transfers make." in fact.details["reason"]
    with pytest.raises(MoneyIsFrozen):
        book("gift:2", gift(1000))


def test_F74_a_guard_that_was_left_off_freezes_money(fresh_database: Database) -> None:
    with fresh_database.connect("superuser") as root:
        root.execute(DRIFT[0])
    check_books_each_minute(timestamp=0)
    assert frozen_since() is not None


def test_true_books_leave_money_moving(fresh_database: Database) -> None:
    book("gift:1", gift(1000))
    check_books_each_minute(timestamp=0)
    assert frozen_since() is None
    assert book("gift:2", gift(1000)).pk

"""Many at once, on a real server, each race beside the same race without its guard."""

from datetime import UTC, datetime
from threading import Barrier
from typing import Any

import psycopg
from django.db import OperationalError, connection, transaction

from colletta.ledger.actions.post import FundIsEmpty, post
from colletta.ledger.models import Account, Posting
from colletta.ledger.moves import AccountRef, Move
from colletta.ledger.queries import balance_of
from tests.database import Database
from tests.ledger.books import CARD, FUND, at_once, book, eur, gift, payout

TODAY = datetime(2026, 5, 25, 12, tzinfo=UTC)
LEFT = AccountRef("provider:left:EUR", "provider:left", "EUR", "debit")
RIGHT = AccountRef("provider:right:EUR", "provider:right", "EUR", "debit")

# The trigger function as one would write it first: each transfer moves its source, then its
# destination. The pause makes sure that two postings meet.
UNSORTED = """
    CREATE OR REPLACE FUNCTION ledger_move_balances() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE t record;
    BEGIN
        FOR t IN SELECT * FROM fresh ORDER BY id LOOP
            UPDATE ledger_account SET balance = balance + t.amount WHERE id = t.source_id;
            PERFORM pg_sleep(0.2);
            UPDATE ledger_account SET balance = balance - t.amount WHERE id = t.destination_id;
        END LOOP;
        RETURN NULL;
    END $$
"""


def test_of_fifty_payouts_of_300_from_1000_exactly_three_are_made(
    fresh_database: Database,
) -> None:
    book("gift:1", gift(1000))

    def pay(number: int) -> Any:
        return book(f"payout:{number}", payout(300), kind="payout")

    outcomes = at_once(50, pay)
    assert sum(isinstance(outcome, Posting) for outcome in outcomes) == 3
    assert sum(isinstance(outcome, FundIsEmpty) for outcome in outcomes) == 47
    assert balance_of(FUND) == eur(100)


def test_without_the_floor_an_if_pays_out_more_than_there_is(fresh_database: Database) -> None:
    with fresh_database.connect("superuser") as root:
        root.execute("ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_keeps_its_floor")
    book("gift:1", gift(1000))
    looked = Barrier(8, timeout=30)

    def pay(number: int) -> Any:
        with transaction.atomic():
            enough = balance_of(FUND) >= eur(300)
            looked.wait()
            if enough:
                post(
                    kind="payout",
                    key=f"payout:{number}",
                    transfers=payout(300),
                    occurred_at=TODAY,
                )

    at_once(8, pay)
    assert balance_of(FUND) < eur(0)


def test_F71_postings_over_the_same_accounts_never_deadlock(fresh_database: Database) -> None:
    book("start", crossing(0))

    def cross(number: int) -> Any:
        for turn in range(10):
            book(f"{number}:{turn}", crossing(number + turn))

    outcomes = at_once(8, cross)
    assert outcomes == [None] * 8
    assert Posting.objects.count() == 81
    assert balance_of(LEFT) == -balance_of(RIGHT)


def test_F71_without_one_order_they_deadlock(fresh_database: Database) -> None:
    book("start", crossing(0))
    with fresh_database.connect("owner") as owner:
        owner.execute(UNSORTED)
    outcomes = at_once(2, lambda number: book(f"gift:{number}", crossing(number)))
    deadlocks = [outcome for outcome in outcomes if isinstance(outcome, OperationalError)]
    assert [sqlstate(error) for error in deadlocks] == ["40P01"]


def test_one_key_asked_for_by_many_at_once_books_once(fresh_database: Database) -> None:
    def ask(number: int) -> Any:
        with transaction.atomic():
            return post(kind="gift", key="gift:1", transfers=gift(1000), occurred_at=TODAY)

    outcomes = at_once(20, ask)
    assert len({posting.pk for posting in outcomes}) == 1
    assert balance_of(FUND) == eur(1000)


def test_without_the_unique_key_looking_first_books_twice(fresh_database: Database) -> None:
    book("gift:0", gift(1000))
    with fresh_database.connect("superuser") as root:
        root.execute("ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_key_is_used_once")
    looked = Barrier(2, timeout=30)

    def ask(number: int) -> Any:
        with transaction.atomic():
            is_new = not Posting.objects.filter(key="gift:1").exists()
            looked.wait()
            if is_new:
                insert_by_hand("gift:1")

    assert at_once(2, ask) == [None, None]
    assert Posting.objects.filter(key="gift:1").count() == 2


def test_accounts_that_many_use_first_are_opened_once(fresh_database: Database) -> None:
    def give(number: int) -> Any:
        return book(f"gift:{number}", gift(100))

    outcomes = at_once(20, give)
    assert all(isinstance(outcome, Posting) for outcome in outcomes), outcomes
    assert Account.objects.count() == 4
    assert balance_of(FUND) == eur(2000)


def test_without_on_conflict_opening_an_account_fails_for_the_second(
    fresh_database: Database,
) -> None:
    looked = Barrier(2, timeout=30)

    def open_by_hand(number: int) -> Any:
        is_new = not Account.objects.filter(code=CARD.code).exists()
        looked.wait()
        if is_new:
            Account.objects.create(
                code=CARD.code, owner=CARD.owner, currency="EUR", normal=CARD.normal
            )

    outcomes = at_once(2, open_by_hand)
    assert sorted(sqlstate(outcome) or "" for outcome in outcomes) == ["", "23505"]


def test_campaigns_whose_first_gifts_come_together_are_all_booked(fresh_database: Database) -> None:
    def give(number: int) -> Any:
        return book(f"gift:{number}", gift(100, campaign=number))

    outcomes = at_once(20, give)
    assert all(isinstance(outcome, Posting) for outcome in outcomes), outcomes
    assert Account.objects.count() == 1 + 3 * 20
    assert balance_of(CARD) == eur(2000)


def crossing(number: int) -> list[Move]:
    """Two transfers that name the same two accounts in one order or the other."""
    pair = (LEFT, RIGHT) if number % 2 else (RIGHT, LEFT)
    return [Move(*pair, eur(1 + number))]


def insert_by_hand(key: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH p AS (INSERT INTO ledger_posting (kind, key, occurred_at)"
            " VALUES ('gift', %s, now()) RETURNING id)"
            " INSERT INTO ledger_transfer (posting_id, source_id, destination_id, currency, amount)"
            " SELECT p.id, s.id, d.id, 'EUR', 1 FROM p, ledger_account s, ledger_account d"
            " WHERE s.code = %s AND d.code = %s",
            [key, CARD.code, FUND.code],
        )


def sqlstate(error: BaseException | None) -> str | None:
    cause = error and error.__cause__
    return cause.sqlstate if isinstance(cause, psycopg.Error) else None

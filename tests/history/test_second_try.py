"""A money journey that the database breaks off is begun again, so often and no more (F71, F72)."""

import inspect
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import OperationalError, connection, transaction

from colletta.history.clock import now
from colletta.history.second_try import sqlstate_of, tried_again
from colletta.ledger.checks import check_books
from colletta.ledger.models import Posting
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.models import Payment
from tests.cast import live_campaign, pledge_of_bruno
from tests.database import Database

ALWAYS = """
    CREATE SEQUENCE tries;
    GRANT ALL ON SEQUENCE tries TO PUBLIC;
    CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF nextval('tries') <= %s THEN
            RAISE EXCEPTION 'broken off for the test' USING ERRCODE = '%s';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER broken_off BEFORE UPDATE ON payments_payment
        FOR EACH ROW EXECUTE FUNCTION break_off();
    ALTER TABLE payments_payment ENABLE ALWAYS TRIGGER broken_off;
"""


def test_F71_a_deadlock_is_begun_again(fresh_database: Database) -> None:
    _, payment = pledge_of_bruno(live_campaign())
    with rival(fresh_database, payment):
        captured = capture_payment(payment_id=payment.pk, at=now())
    assert captured.state == "captured"
    assert Posting.objects.count() == 1
    assert all(result.holds for result in check_books())


def test_F71_without_a_second_try_a_deadlock_is_an_error(fresh_database: Database) -> None:
    _, payment = pledge_of_bruno(live_campaign())
    once = inspect.unwrap(capture_payment, stop=lambda work: work is not capture_payment)
    with rival(fresh_database, payment), pytest.raises(OperationalError) as broken_off:
        once(payment_id=payment.pk, at=now())
    assert sqlstate_of(broken_off.value) == "40P01"
    assert not Posting.objects.exists()


def test_F72_a_conflict_of_snapshots_is_begun_again(fresh_database: Database) -> None:
    _, payment = pledge_of_bruno(live_campaign())
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_isolation TO 'serializable'")
    with holding(fresh_database, payment):
        assert capture_payment(payment_id=payment.pk, at=now()).state == "captured"
    assert Posting.objects.count() == 1


@pytest.mark.parametrize(("code", "tries"), [("40P01", 2), ("40001", 5)])
def test_F72_what_is_broken_off_again_and_again_is_given_up(
    fresh_database: Database, code: str, tries: int
) -> None:
    _, payment = pledge_of_bruno(live_campaign())
    with fresh_database.connect("owner") as owner:
        owner.execute(ALWAYS % (1000, code))
    with pytest.raises(OperationalError):
        capture_payment(payment_id=payment.pk, at=now())
    with fresh_database.connect("owner") as owner:
        assert owner.execute("SELECT last_value FROM tries").fetchone() == (tries,)
    assert Payment.objects.get().state == "intended"


@pytest.mark.parametrize(("code", "times"), [("40P01", 1), ("40001", 4)])
def test_F72_what_is_broken_off_a_few_times_is_done(
    fresh_database: Database, code: str, times: int
) -> None:
    _, payment = pledge_of_bruno(live_campaign())
    with fresh_database.connect("owner") as owner:
        owner.execute(ALWAYS % (times, code))
    assert capture_payment(payment_id=payment.pk, at=now()).state == "captured"
    assert Posting.objects.count() == 1


def test_inside_a_transaction_nothing_is_begun_again(fresh_database: Database) -> None:
    _, payment = pledge_of_bruno(live_campaign())
    with fresh_database.connect("owner") as owner:
        owner.execute(ALWAYS % (1000, "40P01"))
    with pytest.raises(OperationalError), transaction.atomic():
        capture_payment(payment_id=payment.pk, at=now())
    with fresh_database.connect("owner") as owner:
        assert owner.execute("SELECT last_value FROM tries").fetchone() == (1,)


def test_another_error_is_not_tried_again(fresh_database: Database) -> None:
    calls = []

    @tried_again
    def broken() -> None:
        calls.append(1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    with pytest.raises(Exception, match="division by zero"):
        broken()
    assert calls == [1]


@contextmanager
def rival(database: Database, payment: Payment) -> Iterator[None]:
    """Somebody who locks in the wrong order, and who waits longer, so that we are broken off."""
    other = database.connect("superuser")
    other.execute("SET deadlock_timeout = '60s'")
    other.execute("SELECT FROM payments_payment WHERE id = %s FOR UPDATE", [payment.pk])

    def cross() -> None:
        _wait_until_somebody_waits(database)
        pledge = payment.purpose_id
        other.execute("SELECT FROM pledges_pledge WHERE id = %s FOR UPDATE", [pledge])
        other.rollback()

    with _beside(cross):
        yield


@contextmanager
def holding(database: Database, payment: Payment) -> Iterator[None]:
    """Somebody who changes the row while we wait for it."""
    other = database.connect("superuser")
    other.execute("UPDATE payments_payment SET looked_at = now() WHERE id = %s", [payment.pk])

    def let_go() -> None:
        _wait_until_somebody_waits(database)
        other.commit()

    with _beside(let_go):
        yield


@contextmanager
def _beside(work: object) -> Iterator[None]:
    thread = threading.Thread(target=work)  # type: ignore[arg-type]
    thread.start()
    try:
        yield
    finally:
        thread.join(timeout=20)


def _wait_until_somebody_waits(database: Database) -> None:
    question = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
    """
    with psycopg.connect(database.url("superuser"), autocommit=True) as looking:
        for _ in range(500):
            if looking.execute(question).fetchone() != (0,):
                return
            time.sleep(0.01)

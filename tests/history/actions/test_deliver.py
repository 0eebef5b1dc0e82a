"""A fact reaches each of its subscribers."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Event, Thread

import pytest
from django.db import connections, transaction
from django.db.models import QuerySet

from colletta.history.actions.deliver import deliver
from colletta.history.actions.record import record
from colletta.history.models import Delivery, Fact
from colletta.history.patience import FIRST_PAUSE, LONGEST_PAUSE, pause_after
from colletta.history.subscriptions import reacts_to
from tests.database import Database
from tests.history.conftest import Listeners

NOON = datetime(2026, 5, 25, 12, tzinfo=UTC)


def told() -> list[int]:
    """One confirmed pledge; the deliveries that wait."""
    with transaction.atomic():
        fact = record("pledge.confirmed", about="pledge:12")
    return list(Delivery.objects.filter(fact=fact).order_by("pk").values_list("pk", flat=True))


@pytest.mark.django_db
def test_a_delivery_is_done_once(listeners: Listeners) -> None:
    listeners.add("one")
    (waiting,) = told()
    assert deliver(delivery_id=waiting)
    assert not deliver(delivery_id=waiting)
    assert listeners.heard == [("one", "pledge:12")]
    assert Delivery.objects.get().done_at is not None


@pytest.mark.django_db
def test_a_reaction_that_fails_is_told_why_and_waits(clock: Database, listeners: Listeners) -> None:
    clock.stop_clock(NOON)
    listeners.add("one", fails=1)
    (waiting,) = told()
    assert not deliver(delivery_id=waiting)
    delivery = Delivery.objects.get()
    assert (delivery.attempts, delivery.done_at) == (1, None)
    assert delivery.last_error == "RuntimeError: one is not in the mood"
    assert delivery.next_attempt_at == NOON + FIRST_PAUSE


@pytest.mark.django_db
def test_before_its_pause_is_over_a_delivery_is_left_alone(
    clock: Database, listeners: Listeners
) -> None:
    clock.stop_clock(NOON)
    listeners.add("one", fails=1)
    (waiting,) = told()
    deliver(delivery_id=waiting)
    clock.stop_clock(NOON + FIRST_PAUSE - timedelta(seconds=1))
    assert not deliver(delivery_id=waiting)
    assert Delivery.objects.get().attempts == 1
    clock.stop_clock(NOON + FIRST_PAUSE)
    assert deliver(delivery_id=waiting)
    assert Delivery.objects.get().last_error == ""


def test_pauses_double_and_are_bounded() -> None:
    assert pause_after(1) == FIRST_PAUSE
    assert pause_after(2) == 2 * FIRST_PAUSE
    assert pause_after(1000) == LONGEST_PAUSE


@pytest.mark.django_db
def test_one_reaction_that_fails_does_not_hold_up_another(listeners: Listeners) -> None:
    listeners.add("broken", fails=10)
    listeners.add("sound")
    outcomes = [deliver(delivery_id=waiting) for waiting in told()]
    assert outcomes == [False, True]
    assert listeners.heard == [("sound", "pledge:12")]


def test_what_a_failed_reaction_wrote_is_gone(
    fresh_database: Database, listeners: Listeners
) -> None:
    @reacts_to("pledge.confirmed")
    def write_and_fail(fact: Fact) -> None:
        record("comment.published", about="comment:1")
        raise RuntimeError("too late")

    (waiting,) = told()
    assert not deliver(delivery_id=waiting)
    assert not Fact.objects.filter(kind="comment.published").exists()
    assert Delivery.objects.get().attempts == 1


@pytest.mark.django_db
def test_a_subscriber_that_is_no_longer_there_is_told(listeners: Listeners) -> None:
    listeners.add("one")
    (waiting,) = told()
    Delivery.objects.update(subscriber="colletta.gone.reactions.one")
    assert not deliver(delivery_id=waiting)
    assert "colletta.gone.reactions.one" in Delivery.objects.get().last_error


def test_two_workers_do_not_run_one_reaction_at_once(
    fresh_database: Database, listeners: Listeners
) -> None:
    inside, leave = Event(), Event()
    runs = []

    @reacts_to("pledge.confirmed")
    def take_long(fact: Fact) -> None:
        runs.append(fact.about)
        inside.set()
        leave.wait(60)

    def work() -> None:
        deliver(delivery_id=waiting)
        connections.close_all()

    (waiting,) = told()
    slow = Thread(target=work)
    slow.start()
    assert inside.wait(60)
    # The second worker passes by at once instead of waiting for the row.
    assert not deliver(delivery_id=waiting)
    leave.set()
    slow.join()
    assert runs == ["pledge:12"]
    assert Delivery.objects.get().done_at is not None


def test_without_the_row_lock_both_run(
    fresh_database: Database, listeners: Listeners, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = Barrier(2, timeout=60)
    runs = []

    @reacts_to("pledge.confirmed")
    def take_long(fact: Fact) -> None:
        runs.append(fact.about)
        both.wait()

    def work() -> None:
        deliver(delivery_id=waiting)
        connections.close_all()

    (waiting,) = told()
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_: rows)
    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert runs == ["pledge:12", "pledge:12"]

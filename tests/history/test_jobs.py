"""The worker: facts reach their subscribers whatever happens to it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob

from colletta.history.actions.record import record
from colletta.history.jobs import sweep_deliveries
from colletta.history.models import Delivery, Fact
from colletta.history.subscriptions import reacts_to
from tests.database import Database
from tests.history.conftest import Listeners

LONG = "600"  # seconds: far more than a test takes


@pytest.fixture(autouse=True)
def no_other_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers here do what a test gives them, and nothing that comes with the minute."""
    monkeypatch.setattr(app.periodic_registry, "periodic_tasks", {})


def confirm() -> None:
    with transaction.atomic():
        record("pledge.confirmed", about="pledge:12")


def test_a_fact_reaches_its_subscribers_once(
    fresh_database: Database, listeners: Listeners
) -> None:
    listeners.add("one")
    listeners.add("two")
    confirm()
    work()
    work()
    assert sorted(listeners.heard) == [("one", "pledge:12"), ("two", "pledge:12")]
    assert ProcrastinateJob.objects.get().status == "succeeded"


def test_a_fact_that_was_rolled_back_reaches_nobody(
    fresh_database: Database, listeners: Listeners
) -> None:
    listeners.add("one")
    with transaction.atomic():
        record("pledge.confirmed", about="pledge:12")
        transaction.set_rollback(True)
    work()
    sweep_deliveries(timestamp=0)
    assert listeners.heard == []


def test_a_reaction_that_failed_is_swept_up_later(
    fresh_database: Database, listeners: Listeners
) -> None:
    listeners.add("one", fails=1)
    confirm()
    work()
    sweep_deliveries(timestamp=0)
    assert listeners.heard == []
    fresh_database.set_clock("clock_timestamp() + interval '31 seconds'")
    sweep_deliveries(timestamp=0)
    assert listeners.heard == [("one", "pledge:12")]


def test_a_job_that_was_lost_is_swept_up(fresh_database: Database, listeners: Listeners) -> None:
    listeners.add("one")
    confirm()
    with fresh_database.connect("superuser") as root:
        root.execute("TRUNCATE procrastinate_jobs CASCADE")
    work()
    assert listeners.heard == []
    sweep_deliveries(timestamp=0)
    assert listeners.heard == [("one", "pledge:12")]


def test_a_worker_that_is_killed_in_a_reaction_leaves_it_to_be_done_once(
    fresh_database: Database, listeners: Listeners
) -> None:
    subscribe_the_worker()
    confirm()
    with worker_process(fresh_database) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline().strip() == b"inside"
        worker.send_signal(signal.SIGKILL)
    assert Delivery.objects.get().done_at is None
    assert not Fact.objects.filter(kind="comment.published").exists()
    assert job_of_the_fact().status == "doing"
    let_heartbeats_age(fresh_database)
    run_job("history.retry_stalled_jobs")  # by a second worker, which then finds the job again
    assert Fact.objects.filter(kind="comment.published").count() == 1
    assert Delivery.objects.get().done_at is not None
    assert job_of_the_fact().status == "succeeded"


def test_a_worker_that_lives_keeps_its_job(fresh_database: Database, listeners: Listeners) -> None:
    subscribe_the_worker()
    confirm()
    with worker_process(fresh_database) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline().strip() == b"inside"
        run_job("history.retry_stalled_jobs")
        assert job_of_the_fact().status == "doing"
        worker.send_signal(signal.SIGKILL)


def test_what_a_reaction_tells_is_delivered_in_its_own_transaction(
    fresh_database: Database, listeners: Listeners
) -> None:
    listeners.add("late", kind="comment.published")
    jobs_seen_from_outside = []

    @reacts_to("pledge.confirmed")
    def publish_and_look(fact: Fact) -> None:
        record("comment.published", about="comment:1")
        with fresh_database.connect("app") as outside:
            row = outside.execute("SELECT count(*) FROM procrastinate_jobs").fetchone()
            jobs_seen_from_outside.append(row)

    confirm()
    work()
    assert jobs_seen_from_outside == [(1,)]
    work()
    assert listeners.heard == [("late", "comment:1")]


def test_done_jobs_are_cleaned_away_after_a_while(
    fresh_database: Database, listeners: Listeners
) -> None:
    listeners.add("one")
    confirm()
    work()
    run_job("history.remove_old_jobs")
    assert job_of_the_fact().status == "succeeded"
    with fresh_database.connect("superuser") as root:
        root.execute("UPDATE procrastinate_events SET at = at - interval '4 days'")
    run_job("history.remove_old_jobs")
    assert not ProcrastinateJob.objects.filter(task_name="history.deliver_fact").exists()


def work() -> None:
    """A worker in this process does what waits, and ends."""
    with app.replace_connector(DjangoConnector().get_worker_connector()) as here:
        here.run_worker(wait=False, install_signal_handlers=False)


def job_of_the_fact() -> ProcrastinateJob:
    return ProcrastinateJob.objects.get(task_name="history.deliver_fact")


def run_job(name: str) -> None:
    """Run one periodic job, as its minute would."""
    app.configure_task(name).defer(timestamp=0)
    work()


def subscribe_the_worker() -> None:
    """The reaction of tests/history/worker.py, as this process would do it."""

    def publish_a_comment(fact: Fact) -> None:
        record("comment.published", about="comment:1")

    publish_a_comment.__module__ = "__main__"
    publish_a_comment.__qualname__ = "publish_a_comment"
    reacts_to("pledge.confirmed")(publish_a_comment)


def let_heartbeats_age(database: Database) -> None:
    with database.connect("superuser") as root:
        root.execute(
            "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '1 hour'"
        )


@contextmanager
def worker_process(database: Database) -> Iterator[subprocess.Popen[bytes]]:
    """tests/history/worker.py on this database. It is gone afterwards."""
    environment = database.environment() | {"DJANGO_SETTINGS_MODULE": "colletta.config.settings"}
    command = [sys.executable, "-m", "tests.history.worker", LONG]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as worker:
        try:
            yield worker
        finally:
            worker.kill()

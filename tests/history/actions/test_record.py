"""A fact is told where it becomes true."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from colletta.history.actions.record import FactOutsideTransaction, record
from colletta.history.clock import now
from colletta.history.kinds import UnknownKind
from colletta.history.models import Delivery, Fact
from tests.database import Database
from tests.history.conftest import Listeners


@pytest.mark.django_db
def test_a_fact_says_what_happened_to_what_by_whom_and_when(listeners: Listeners) -> None:
    before = now()
    fact = record("pledge.made", about="pledge:12", by="person:3", details={"campaign": 42})
    assert Fact.objects.get() == fact
    stored = Fact.objects.values("kind", "about", "by", "details").get()
    assert stored == {
        "kind": "pledge.made",
        "about": "pledge:12",
        "by": "person:3",
        "details": {"campaign": 42},
    }
    assert before <= fact.at <= now()


@pytest.mark.django_db
def test_a_fact_may_have_happened_earlier(listeners: Listeners) -> None:
    earlier = datetime(2026, 5, 25, 12, tzinfo=UTC)
    assert record("pledge.made", about="pledge:12", at=earlier).at == earlier
    assert Fact.objects.get().at == earlier


@pytest.mark.django_db
def test_each_subscriber_has_a_delivery_and_one_job_wakes_them(listeners: Listeners) -> None:
    listeners.add("one")
    listeners.add("two")
    listeners.add("three", kind="pledge.dropped")
    fact = record("pledge.confirmed", about="pledge:12")
    subscribers = Delivery.objects.filter(fact=fact).values_list("subscriber", flat=True)
    assert sorted(name.rsplit(".", 1)[1] for name in subscribers) == ["one", "two"]
    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args) == ("history.deliver_fact", {"fact_id": fact.pk})


@pytest.mark.django_db
def test_a_fact_that_nobody_waits_for_takes_one_journey(listeners: Listeners) -> None:
    with CaptureQueriesContext(connection) as journeys:
        record("pledge.made", about="pledge:12")
    assert len(journeys) == 1
    assert not ProcrastinateJob.objects.exists()


@pytest.mark.django_db
def test_a_kind_that_is_not_listed_is_refused() -> None:
    with pytest.raises(UnknownKind):
        record("pledge.conffirmed", about="pledge:12")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "reference", ["Bruno", "bruno@posta.example", "pledge:", "pledge 12", "pledge:1 2", ""]
)
def test_a_fact_holds_opaque_references_alone(reference: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        record("pledge.made", about=reference)
    if reference:
        with pytest.raises(IntegrityError), transaction.atomic():
            record("pledge.made", about="pledge:12", by=reference)


def test_a_fact_stands_in_the_transaction_of_its_cause(fresh_database: Database) -> None:
    with pytest.raises(FactOutsideTransaction):
        record("pledge.made", about="pledge:12")


def test_fact_deliveries_and_job_go_with_their_transaction(
    fresh_database: Database, listeners: Listeners
) -> None:
    listeners.add("one")
    with transaction.atomic():
        record("pledge.confirmed", about="pledge:12")
        transaction.set_rollback(True)
    assert not Fact.objects.exists()
    assert not Delivery.objects.exists()
    assert not ProcrastinateJob.objects.exists()


def test_fact_deliveries_and_job_come_with_their_transaction(
    fresh_database: Database, listeners: Listeners
) -> None:
    listeners.add("one")
    with transaction.atomic():
        record("pledge.confirmed", about="pledge:12")
    with fresh_database.connect("app") as other:
        tables = ("history_fact", "history_delivery", "procrastinate_jobs")
        counts = [other.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables]
    assert counts == [(1,), (1,), (1,)]

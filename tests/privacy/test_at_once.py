"""An erasure beside something else of the same person: one comes first, and both hold."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from colletta.mail.models import Letter
from colletta.people.models import Person
from colletta.pledges.models import Pledge
from colletta.privacy.actions.erase_somebody import NobodyIsLeft, SomethingIsInTheWay
from colletta.privacy.models import KeptReceipt
from tests.cast import bruno, gift_of_bruno, live_campaign, pledge_of_bruno
from tests.database import Database
from tests.privacy.asking import erased, erased_guest

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
PATIENCE = 30  # seconds


def beside(work: Callable[[], Any]) -> "Future[Any]":
    """The work, in a thread with a connection of its own."""

    def done() -> Any:
        try:
            return work()
        finally:
            connection.close()

    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(done)
    pool.shutdown(wait=False)
    return future


@contextmanager
def begun(database: Database, work: Callable[[], Any]) -> Iterator[None]:
    """The work is done in a transaction that ends only when the block does, once somebody waits."""
    with transaction.atomic():
        work()
        yield
        _until_somebody_waits(database)


def _until_somebody_waits(database: Database) -> None:
    pause = threading.Event()
    with database.connect("superuser", autocommit=True) as watcher:
        for _ in range(PATIENCE * 20):
            row = watcher.execute(WAITING).fetchone()
            if row is not None and row[0]:
                return
            pause.wait(0.05)
    pytest.fail("nobody waited")


def outcome(of: "Future[Any]") -> str:
    failure = of.exception(timeout=PATIENCE)
    return type(failure).__name__ if failure else "done"


@pytest.mark.parametrize("whose", ["person", "guest"])
def test_A52_two_erasures_at_once_are_one(fresh_database: Database, whose: str) -> None:
    person = bruno() if whose == "person" else None
    gift_of_bruno(live_campaign(), person_id=person.pk if person else None)

    def erase() -> None:
        erased(Person.objects.get(pk=person.pk)) if person else erased_guest("bruno@posta.example")

    with begun(fresh_database, erase):
        second = beside(erase)
    assert outcome(second) == NobodyIsLeft.__name__
    assert KeptReceipt.objects.count() == 1
    assert Letter.objects.filter(kind="privacy.erased").count() == 1


def test_A52_a_pledge_begun_before_the_erasure_stands_in_its_way(
    fresh_database: Database,
) -> None:
    campaign, person = live_campaign(), bruno()
    with begun(fresh_database, lambda: pledge_of_bruno(campaign, person_id=person.pk)):
        erasure = beside(lambda: erased(person))
    assert outcome(erasure) == SomethingIsInTheWay.__name__
    assert Pledge.objects.get().name == "Bruno"


def test_A52_a_pledge_begun_after_the_erasure_is_refused(fresh_database: Database) -> None:
    campaign, person = live_campaign(), bruno()
    with begun(fresh_database, lambda: erased(person)):
        pledge = beside(lambda: pledge_of_bruno(campaign, person_id=person.pk))
    assert outcome(pledge) == IntegrityError.__name__
    assert not Pledge.objects.exists()


def test_A52_without_the_guard_that_pledge_names_an_erased_person(
    fresh_database: Database,
) -> None:
    """The negative control."""
    with fresh_database.connect("owner", autocommit=True) as owner:
        owner.execute("DROP TRIGGER pledges_pledge_of_somebody ON pledges_pledge")
    campaign, person = live_campaign(), bruno()
    with begun(fresh_database, lambda: erased(person)):
        pledge = beside(lambda: pledge_of_bruno(campaign, person_id=person.pk))
    assert outcome(pledge) == "done"
    assert Pledge.objects.filter(person__erased_at__isnull=False, name="Bruno").exists()


def test_A52_a_profile_saved_after_the_erasure_brings_no_name_back(
    fresh_database: Database,
) -> None:
    person = bruno()
    with begun(fresh_database, lambda: erased(person)):
        edit = beside(lambda: Person.objects.filter(pk=person.pk).update(name="Bruno Riva"))
    assert outcome(edit) == IntegrityError.__name__
    assert not Person.objects.filter(name="Bruno Riva").exists()

"""Money stops, and what is under way is waited for."""

from threading import Thread

import pytest
from django.db import connections, transaction

from colletta.history.models import Fact
from colletta.ledger.actions.freeze import freeze
from colletta.ledger.actions.post import MoneyIsFrozen
from colletta.ledger.models import Posting
from tests.database import Database
from tests.ledger.books import book, frozen_since, gift, post_gift

LOOK = 0.4  # seconds in which a freeze that does not wait would be long done


@pytest.mark.django_db
def test_a_freeze_says_why_and_is_told() -> None:
    assert freeze(reason="a balance has drifted", by="person:3")
    fact = Fact.objects.get(kind="money.frozen")
    assert (fact.by, fact.details) == ("person:3", {"reason": "a balance has drifted"})
    assert frozen_since() is not None


@pytest.mark.django_db
def test_the_first_reason_stays() -> None:
    freeze(reason="a balance has drifted")
    since = frozen_since()
    assert not freeze(reason="something else")
    assert frozen_since() == since
    assert Fact.objects.filter(kind="money.frozen").count() == 1


def test_a_freeze_waits_for_a_posting_under_way(fresh_database: Database) -> None:
    assert freeze_during_a_posting() == "waited"
    assert Posting.objects.count() == 1
    with pytest.raises(MoneyIsFrozen):
        book("gift:2", gift(1000))


def test_without_the_guard_a_freeze_does_not_wait(fresh_database: Database) -> None:
    with fresh_database.connect("superuser") as root:
        root.execute("ALTER TABLE ledger_posting DISABLE TRIGGER ledger_posting_thawed")
    assert freeze_during_a_posting() == "did not wait"
    book("gift:2", gift(1000))


def freeze_during_a_posting() -> str:
    def stop() -> None:
        freeze(reason="a trial")
        connections.close_all()

    freezing = Thread(target=stop)
    with transaction.atomic():
        post_gift("gift:1", 1000)
        freezing.start()
        freezing.join(LOOK)
        waited = freezing.is_alive()
    freezing.join()
    return "waited" if waited else "did not wait"

"""Books with one committed gift, for trying the guards one statement at a time."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from colletta.history.actions.record import record
from tests.database import Database, Databases, django_on
from tests.ledger.books import ACTORS, acting, book, gift


@pytest.fixture(scope="module")
def books(databases: Databases, django_db_blocker: DjangoDbBlocker) -> Iterator[Database]:
    """Committed once for a file of tests; each of them is refused or rolls back."""
    database = databases.clone()
    with django_db_blocker.unblock(), django_on(database.url("app")):
        book("gift:1", gift(1000))
        with transaction.atomic():
            record("pledge.confirmed", about="pledge:1", details={"campaign": 1})
    yield database
    database.drop()


@pytest.fixture(params=ACTORS)
def actor(request: pytest.FixtureRequest) -> str:
    """Everybody who can reach the books: a test with it runs once for each."""
    return str(request.param)


@pytest.fixture
def connection(books: Database, actor: str) -> Iterator[psycopg.Connection]:
    """The actor's connection. Nothing that a test did on it stays."""
    opened = acting(books, actor)
    yield opened
    opened.close()

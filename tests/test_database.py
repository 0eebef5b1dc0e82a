"""The tests' own databases keep what they promise."""

import socket

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from colletta.history.models import Transition
from tests.database import Database


@pytest.mark.django_db
def test_a_test_that_rolls_back_is_the_application() -> None:
    assert current_user() == "colletta_app"


def test_a_test_that_commits_is_the_application(fresh_database: Database) -> None:
    assert current_user() == "colletta_app"
    with CaptureQueriesContext(connection) as journeys:
        Transition.objects.exists()
    assert len(journeys) == 1


@pytest.mark.parametrize(
    ("role", "name"),
    [("app", "colletta_app"), ("owner", "colletta_owner"), ("superuser", "postgres")],
)
def test_a_fresh_database_is_reached_in_every_role(
    fresh_database: Database, role: str, name: str
) -> None:
    row = fresh_database.connect(role).execute("SELECT current_user, current_database()").fetchone()
    assert row == (name, fresh_database.name)


def test_a_test_cannot_reach_the_world() -> None:
    # 192.0.2.1 is set aside for documentation (RFC 5737): nobody is there, and nobody is asked.
    with socket.socket() as outside, pytest.raises(AssertionError, match="tried to reach"):
        outside.connect(("192.0.2.1", 80))
    with socket.socket() as outside, pytest.raises(AssertionError, match="tried to reach"):
        outside.connect_ex(("example.org", 80))


def current_user() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])

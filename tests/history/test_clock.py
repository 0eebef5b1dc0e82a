"""The clock that decides is the database's."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from colletta.history.clock import Now, now
from colletta.history.models import Transition
from tests.database import Database

NOON = datetime(2026, 5, 25, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def test_F64_the_clock_moves_on_inside_a_transaction() -> None:
    before = now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.01), now()")
        started = cursor.fetchone()[1]
    assert now() >= before + timedelta(milliseconds=10)
    assert started <= before


def test_the_time_is_in_utc() -> None:
    assert now().utcoffset() == timedelta(0)


def test_a_query_asks_the_same_clock(clock: Database) -> None:
    clock.stop_clock(NOON)
    Transition.objects.exists()
    assert now() == NOON
    assert Transition.objects.values_list(Now(), flat=True).first() == NOON


def test_a_clock_that_a_test_stopped_runs_again_in_the_next() -> None:
    assert now() != NOON

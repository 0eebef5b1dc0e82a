"""A role that is too powerful, tables that lack something, clocks that differ."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from psycopg import sql
from psycopg.conninfo import make_conninfo

from colletta.cli.doctor.database import judge_database
from colletta.cli.doctor.examination import stopping
from colletta.cli.doctor.finding import Finding
from tests.database import Database, django_on


def judged() -> list[Finding]:
    return [one for one in judge_database(settings) if not one.setting.startswith("PostgreSQL")]


def test_the_role_that_the_site_is_meant_to_have_is_left_in_peace(fresh_database: Database) -> None:
    assert judged() == []


@pytest.mark.parametrize(
    ("role", "power"), [("owner", "owns tables"), ("superuser", "is a superuser")]
)
def test_A42_a_role_that_is_more_than_the_application_stops_the_site(
    fresh_database: Database, role: str, power: str
) -> None:
    with django_on(fresh_database.url(role)):
        found = judged()
    assert power in found[0].fault
    assert stopping(found, "serve")
    assert stopping(found, "worker")


@pytest.fixture
def role(fresh_database: Database) -> Iterator[str]:
    """A role of this test's own, with the rights of the application; its name."""
    name = f"doctor_{os.getpid()}"
    with psycopg.connect(fresh_database.url("superuser"), autocommit=True) as root:
        made = sql.Identifier(name)
        root.execute(
            sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'word' IN ROLE colletta_app").format(made)
        )
        yield name
        root.execute(sql.SQL("DROP OWNED BY {}").format(made))
        root.execute(sql.SQL("DROP ROLE {}").format(made))


@pytest.mark.parametrize(
    ("grant", "power"),
    [
        ("ALTER ROLE {} BYPASSRLS", "bypasses row security"),
        ("ALTER ROLE {} CREATEROLE", "may make roles"),
        ("GRANT SET ON PARAMETER session_replication_role TO {}", "switch triggers off"),
        ("GRANT pg_write_all_data TO {}", "may write everything"),
        ("GRANT CREATE ON SCHEMA public TO {}", "may make tables"),
        ("GRANT UPDATE ON ledger_transfer TO {}", "has UPDATE on ledger_transfer"),
        ("GRANT TRUNCATE ON history_fact TO {}", "has TRUNCATE on history_fact"),
    ],
)
def test_A42_each_power_too_much_is_named(
    fresh_database: Database, role: str, grant: str, power: str
) -> None:
    with psycopg.connect(fresh_database.url("superuser"), autocommit=True) as root:
        root.execute(sql.SQL(grant).format(sql.Identifier(role)))
    with django_on(make_conninfo(fresh_database.url(), user=role, password="word")):
        (found,) = judged()
    assert power in found.fault
    assert stopping([found], "serve")


def test_A42_a_guard_that_was_taken_away_stops_the_site(fresh_database: Database) -> None:
    with psycopg.connect(fresh_database.url("owner")) as owner:
        owner.execute("ALTER TABLE ledger_posting DISABLE TRIGGER ledger_posting_append_only")
    (found,) = judged()
    assert "ledger_posting_append_only on ledger_posting" in found.fault
    assert stopping([found], "worker")


def test_A42_tables_of_an_older_version_stop_the_site(fresh_database: Database) -> None:
    with psycopg.connect(fresh_database.url("owner")) as owner:
        owner.execute("DELETE FROM django_migrations WHERE app = 'limits'")
    (found,) = judged()
    assert (found.setting, found.cure) == ("tables", "colletta migrate")
    assert "limits 0001" in found.fault


@pytest.mark.parametrize("seconds", [-3600, 3600])
def test_clocks_that_differ_are_told(
    fresh_database: Database, clock: Database, seconds: int
) -> None:
    clock.set_clock(f"clock_timestamp() + interval '{seconds} s'")
    (found,) = judged()
    assert (found.setting, found.stops) == ("clock", "nothing")
    assert f"{3600} s off" in found.fault or f"{3599} s off" in found.fault


def test_a_database_that_is_away_is_said_to_be(fresh_database: Database) -> None:
    with django_on(fresh_database.url().replace("colletta_app", "nobody")):
        (found,) = judged()
    assert "cannot be reached" in found.fault

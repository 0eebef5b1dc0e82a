"""The invariants from the command line."""

import psycopg

from tests.cast import gift_of_bruno, live_campaign
from tests.cli.running import colletta
from tests.database import Database


def test_true_books_are_said_to_be(fresh_database: Database) -> None:
    gift_of_bruno(live_campaign())
    asked = colletta("check_books", environment=fresh_database.environment())
    lines = asked.stdout.splitlines()
    assert asked.returncode == 0, asked.stdout
    assert any(line.startswith("holds   Every posting has transfers.") for line in lines)
    assert lines[-1] == f"All {len(lines) - 1} invariants hold."


def test_a_missing_guard_is_found(fresh_database: Database) -> None:
    with psycopg.connect(fresh_database.url("owner")) as owner:
        owner.execute("ALTER TABLE ledger_posting DISABLE TRIGGER USER")
    asked = colletta("check_books", environment=fresh_database.environment())
    assert asked.returncode == 1
    assert "BROKEN" in asked.stdout
    assert "do not hold" in asked.stdout

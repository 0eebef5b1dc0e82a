"""What the application role may do, table by table."""

import pytest

from colletta.config import grants
from tests.database import APPLICATION, Database
from tests.ledger.books import acting

# What it may do to the tables that are not simply its own.
RIGHTS = {
    "ledger_account": {"SELECT", "INSERT"},
    "ledger_posting": {"SELECT", "INSERT"},
    "ledger_transfer": {"SELECT", "INSERT"},
    "ledger_freeze": {"SELECT", "UPDATE"},
    "history_fact": {"SELECT", "INSERT"},
    "history_delivery": {"SELECT", "INSERT", "UPDATE"},
    "history_statechange": {"SELECT"},
    "history_transition": {"SELECT"},
    "django_migrations": {"SELECT"},
}
KINDS = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"]
ORDINARY = {"SELECT", "INSERT", "UPDATE", "DELETE"}


def rights(database: Database) -> dict[str, set[str]]:
    with acting(database, "app") as connection:
        rows = connection.execute(
            "SELECT c.relname, kind FROM pg_class c, unnest(%s::text[]) AS kind"
            " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
            " AND has_table_privilege(c.oid, kind)",
            [KINDS],
        ).fetchall()
    return {table: {kind for of, kind in rows if of == table} for table, _ in rows}


@pytest.mark.parametrize("table", RIGHTS)
def test_the_books_and_the_facts_are_written_once(books: Database, table: str) -> None:
    assert rights(books)[table] == RIGHTS[table]


def test_no_table_may_be_emptied_or_given_triggers(books: Database) -> None:
    assert all(may <= ORDINARY for may in rights(books).values())


def test_an_ordinary_table_is_read_and_written(books: Database) -> None:
    assert rights(books)["people_organisation"] == ORDINARY


def test_giving_the_rights_again_changes_nothing(books: Database) -> None:
    before = rights(books)
    with books.connect("owner") as owner:
        grants.apply(owner, APPLICATION)
    assert rights(books) == before

"""Who asks to be forgotten in these tests, and how they are recognised."""

from django.db import connection

from colletta.history.clock import now
from colletta.people.models import Person
from colletta.privacy.actions.erase_somebody import Erased, erase_somebody
from colletta.privacy.subject import subject_of_mailbox, subject_of_person

TABLES = """
    SELECT table_name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
"""


def erased(person: Person) -> Erased:
    """The person is erased."""
    return erase_somebody(subject=subject_of_person(person), at=now())


def erased_guest(email: str) -> Erased:
    """Whoever has this mailbox is erased."""
    return erase_somebody(subject=subject_of_mailbox(email, language="it"), at=now())


def tables_that_say(word: str) -> dict[str, list[str]]:
    """Table -> rows, as text, in which the word stands in whatever column, case aside."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        for (table,) in cursor.fetchall():
            cursor.execute(
                f'SELECT t::text FROM "{table}" AS t WHERE strpos(lower(t::text), lower(%s)) > 0',
                [word],
            )
            if rows := [row for (row,) in cursor.fetchall()]:
                found[table] = rows
    return found

"""Each column that could hold somebody's words says whether it does, and what erasure leaves."""

from collections.abc import Iterable, Iterator

import pytest
from django.db import connection

from colletta.privacy.holding import Holding
from colletta.privacy.registry import HOLDINGS, plain
from tests.architecture import house

# Numbers, instants and switches say nothing by themselves; what refers to a row is an opaque id.
WORDS = ("text", "character varying", "character", "json", "jsonb", "inet", "bytea", "ARRAY")
COLUMNS = """
    SELECT table_name, column_name, data_type = ANY(%s) FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
"""
Columns = dict[tuple[str, str], bool]


@pytest.fixture
def columns(db: None) -> Columns:
    """Every column of the database, and whether it can hold words."""
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [list(WORDS)])
        return {(table, column): words for table, column, words in cursor.fetchall()}


def in_the_database(holding: Holding, names: Iterable[str]) -> set[tuple[str, str]]:
    """Table and column of fields of a holding's model: a foreign key's column ends in _id."""
    columns = {field.name: field.column for field in holding.model._meta.concrete_fields}
    table = holding.model._meta.db_table
    return {(table, columns.get(name, name)) for name in names}


def somebodys() -> set[tuple[str, str]]:
    return {one for holding in HOLDINGS for one in in_the_database(holding, holding.personal)}


def nobodys() -> set[tuple[str, str]]:
    return {(table, column) for table, columns in plain().items() for column in columns}


def erased_or_excused() -> set[tuple[str, str]]:
    """Columns that some erasure empties, or whose row goes, or that say why they stay."""
    return {
        one
        for holding in HOLDINGS
        for one in in_the_database(
            holding,
            holding.personal if holding.erased is None else {*holding.erased, *holding.otherwise},
        )
    }


def unclassified(columns: Columns) -> Iterator[str]:
    known = somebodys() | nobodys()
    for (table, column), words in columns.items():
        if words and (table, column) not in known:
            yield f"{table}.{column}"


def test_A52_every_column_with_words_is_classified(columns: Columns) -> None:
    house.refuse(unclassified(columns), "Columns that colletta/privacy/rooms says nothing about")


def test_A52_a_new_column_is_found(columns: Columns) -> None:
    columns["community_comment", "signature"] = True
    assert list(unclassified(columns)) == ["community_comment.signature"]


def test_A52_a_classified_column_exists(columns: Columns) -> None:
    gone = (somebodys() | nobodys()) - columns.keys()
    house.refuse((f"{t}.{c}" for t, c in gone), "Columns in colletta/privacy/rooms that are gone")


def test_A52_no_column_is_both_somebodys_and_nobodys() -> None:
    both = somebodys() & nobodys()
    house.refuse((f"{t}.{c}" for t, c in both), "Columns said to be somebody's and nobody's")


def test_A52_what_is_somebodys_is_erased_or_says_why_not(columns: Columns) -> None:
    words = {place for place, holds_words in columns.items() if holds_words}
    left = words & somebodys() - erased_or_excused()
    house.refuse((f"{t}.{c}" for t, c in left), "Personal columns that no erasure touches")

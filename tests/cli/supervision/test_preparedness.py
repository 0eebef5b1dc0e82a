"""A demonstration that was prepared before starts at once, as long as that is true."""

from pathlib import Path

import pytest

from colletta.cli.supervision.preparedness import STATIC, is_prepared, mark_prepared
from tests.database import Database


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / STATIC).parent.mkdir()
    (tmp_path / STATIC).touch()
    return tmp_path


def test_what_was_prepared_is_known(fresh_database: Database, home: Path) -> None:
    owner = fresh_database.url("owner")
    assert not is_prepared(owner, home=home, empty=False)
    mark_prepared(owner, empty=False)
    assert is_prepared(owner, home=home, empty=False)
    assert not is_prepared(owner, home=home, empty=True)


def test_tables_that_moved_are_prepared_anew(fresh_database: Database, home: Path) -> None:
    owner = fresh_database.url("owner")
    mark_prepared(owner, empty=False)
    with fresh_database.connect("owner") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'matching'")
    assert not is_prepared(owner, home=home, empty=False)


def test_static_files_that_are_gone_are_collected_anew(
    fresh_database: Database, home: Path
) -> None:
    owner = fresh_database.url("owner")
    mark_prepared(owner, empty=False)
    (home / STATIC).unlink()
    assert not is_prepared(owner, home=home, empty=False)


def test_a_database_without_tables_is_not_prepared(fresh_database: Database, home: Path) -> None:
    with fresh_database.connect("owner") as database:
        database.execute("ALTER TABLE django_migrations RENAME TO gone")
    assert not is_prepared(fresh_database.url("owner"), home=home, empty=False)

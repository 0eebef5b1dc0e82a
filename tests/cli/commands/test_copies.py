"""A copy of the site, and its way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cast import gift_of_bruno, live_campaign
from tests.cli.running import colletta
from tests.database import Database


@pytest.fixture
def empty_database(fresh_database: Database) -> Iterator[Database]:
    """One without tables, beside that of the site."""
    name = f"{fresh_database.name}_empty"
    fresh_database.cluster.create_database(name, template="template0")
    empty = Database(fresh_database.cluster, name)
    yield empty
    empty.drop()


def surroundings(database: Database, home: Path) -> dict[str, str]:
    return {**database.environment(), "COLLETTA_HOME": str(home)}


def test_what_was_copied_comes_back_whole(
    fresh_database: Database, empty_database: Database, tmp_path: Path
) -> None:
    gift_of_bruno(live_campaign(), "50.50")
    home, other = tmp_path / "home", tmp_path / "other"
    (home / "media").mkdir(parents=True)
    other.mkdir()
    (home / "media" / "orto.webp").write_bytes(b"orto")
    made = colletta("backup", tmp_path / "copies", environment=surroundings(fresh_database, home))
    assert made.returncode == 0, made.stderr
    (copy,) = (tmp_path / "copies").iterdir()
    assert copy.stat().st_mode & 0o777 == 0o700
    there = surroundings(empty_database, other)
    for words in (("restore", copy), ("migrate",), ("check_books",)):
        done = colletta(*words, environment=there)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (other / "media" / "orto.webp").read_bytes() == b"orto"
    asked = colletta("figures", "orto-in-cortile", environment=there)
    assert "raised      50.50" in asked.stdout.splitlines()


def test_a_copy_never_comes_over_tables_that_are_there(
    fresh_database: Database, tmp_path: Path
) -> None:
    environment = surroundings(fresh_database, tmp_path)
    asked = colletta("restore", tmp_path, environment=environment)
    assert asked.returncode == 1
    assert "has tables already" in asked.stderr

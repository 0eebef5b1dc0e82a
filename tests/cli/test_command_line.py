"""What every command has in common."""

from pathlib import Path

import pytest

from tests.cli.running import colletta, free_port, surroundings

NOBODY_THERE = {"DATABASE_URL": "postgresql://colletta_app:secret@127.0.0.1:1/colletta"}


def test_help_names_every_command(tmp_path: Path) -> None:
    asked = colletta("--help", environment=surroundings(tmp_path))
    assert asked.returncode == 0
    for name in ("demo", "serve", "worker", "migrate", "load", "figures", "check_books", "psql"):
        assert f"\n  {name} " in asked.stdout


def test_a_misspelled_command_lists_the_right_ones(tmp_path: Path) -> None:
    asked = colletta("lod", environment=surroundings(tmp_path))
    assert asked.returncode == 2
    assert "'load'" in asked.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("figures", "orto-in-cortile", "--json"),
        ("check_books",),
        ("load", "folder"),
        ("psql", "-c", "SELECT 1"),
        ("worker",),
        ("django", "showmigrations"),
    ],
)
def test_an_unreachable_database_is_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    asked = colletta(*words, environment=surroundings(tmp_path, **NOBODY_THERE))
    assert asked.returncode == 1
    assert len(asked.stderr.splitlines()) == 1, asked.stderr
    assert "cannot be reached" in asked.stderr
    assert "DATABASE_URL" in asked.stderr
    assert "secret" not in asked.stderr


def test_a_misspelled_address_is_one_sentence(tmp_path: Path) -> None:
    environment = surroundings(tmp_path, DATABASE_URL="postgresql:/colletta")
    asked = colletta("psql", "-c", "SELECT 1", environment=environment)
    assert asked.returncode == 1
    assert asked.stderr.startswith("DATABASE_URL is no address of a database")


def test_migrating_without_the_owners_address_asks_for_it(tmp_path: Path) -> None:
    asked = colletta("migrate", environment=surroundings(tmp_path, **NOBODY_THERE))
    assert asked.returncode == 1
    assert "DATABASE_OWNER_URL" in asked.stderr


def test_a_database_without_tables_is_told_what_to_do(tmp_path: Path) -> None:
    asked = colletta("figures", "orto-in-cortile", environment=surroundings(tmp_path / "home"))
    assert asked.returncode == 1
    assert "colletta migrate" in asked.stderr
    assert "Traceback" not in asked.stderr


@pytest.mark.parametrize("words", [("facts",), ("psql", "-c", "SELECT 1"), ("demo",)])
def test_an_unwritable_home_is_named_with_the_cure(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "var").write_text("a file in the way")
    environment = surroundings(tmp_path / "var", PORT=str(free_port()))
    asked = colletta(*words, environment=environment)
    assert asked.returncode == 1
    assert f"cannot write to its home folder {tmp_path / 'var'}" in asked.stderr
    assert "set COLLETTA_HOME" in asked.stderr
    assert "Traceback" not in asked.stderr


def test_djangos_own_commands_are_passed_on(tmp_path: Path) -> None:
    asked = colletta("django", "--version", environment=surroundings(tmp_path / "home"))
    assert asked.stdout.startswith("5.2")

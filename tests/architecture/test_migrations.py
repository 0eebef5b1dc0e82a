"""Migrations: described, reversible, free of app code."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL

from tests.architecture import house


def ours() -> list[tuple[str, Migration]]:
    loader = MigrationLoader(None)
    return [
        (f"{app}.{name}", migration)
        for (app, name), migration in sorted(loader.disk_migrations.items())
        if type(migration).__module__.startswith("colletta.")
    ]


def undescribed(name: str) -> bool:
    """Whether a migration's name says only that Django wrote it."""
    return not re.fullmatch(r"\d{4}_[a-z0-9_]+", name) or bool(
        re.search(r"_(auto_\d|initial$|alter_|merge_\d)", name)
    )


def app_code(tree: ast.Module) -> Iterator[str]:
    """Imports of the app's own code."""
    return (name for name, _ in house.imported(tree) if name.split(".")[0] == "colletta")


def mixes_rows_and_shape(migration: Migration) -> bool:
    """Whether Python that fills rows stands beside changes of the schema."""
    kinds = {isinstance(operation, RunPython) for operation in migration.operations}
    return kinds == {True, False}


def test_a_migration_has_a_described_name() -> None:
    names = (name for name, _ in ours() if undescribed(name.split(".")[1]))
    house.refuse(names, "Migrations whose name does not describe them")


def test_a_migration_can_be_taken_back() -> None:
    house.refuse(
        (
            f"{name}: {operation.describe()}"
            for name, migration in ours()
            for operation in migration.operations
            if not operation.reversible
        ),
        "Migrations that cannot be reversed",
    )


def test_schema_and_rows_change_apart() -> None:
    house.refuse(
        (name for name, migration in ours() if mixes_rows_and_shape(migration)),
        "Migrations that change the schema and fill rows at once",
    )


def test_a_migration_imports_no_app_code() -> None:
    house.refuse(
        (
            f"{house.name_of(path)}: {name}"
            for path in house.python_files(migrations=True)
            if path.parent.name == "migrations"
            for name in app_code(house.syntax(path))
        ),
        "Migrations that import app code",
    )


@pytest.mark.parametrize("name", ["0002_auto_20261122", "0001_initial", "facts", "0003_alter_fact"])
def test_an_undescribed_name_is_found(name: str) -> None:
    assert undescribed(name)


def test_a_migration_that_imports_its_app_is_found() -> None:
    assert list(app_code(ast.parse("from colletta.ledger.kinds import KINDS")))


def test_a_migration_that_does_both_is_found() -> None:
    class Both(Migration):
        operations = (RunPython(RunPython.noop), RunSQL("SELECT 1"))

    assert mixes_rows_and_shape(Both("0002_both", "ledger"))

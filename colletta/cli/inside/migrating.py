"""Migrations run as the owner of the tables; the application then gets its rights."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg.conninfo import conninfo_to_dict


def migrate(*, owner: str, application_role: str, verbosity: int = 1) -> None:
    """The tables are those of the code, the rights those of grants.sql; doing it again is safe."""
    with _as_owner(owner):
        call_command("migrate", interactive=False, verbosity=verbosity)
    # The rights belong to the configuration that Django was set up with, which this room may
    # name but not import.
    configuration = settings.SETTINGS_MODULE.rpartition(".")[0]
    with psycopg.connect(owner) as owner_connection:
        importlib.import_module(f"{configuration}.grants").apply(owner_connection, application_role)


@contextmanager
def _as_owner(owner: str) -> Iterator[None]:
    """Inside, Django's connection is the owner's."""
    parts = conninfo_to_dict(owner)
    before = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(
        NAME=parts.get("dbname", ""),
        USER=parts.get("user", ""),
        PASSWORD=parts.get("password", ""),
        HOST=parts.get("host", ""),
        PORT=parts.get("port", ""),
        OPTIONS={},
    )
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)

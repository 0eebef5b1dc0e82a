"""The tests' databases: one cluster, one migrated template, a clone for whoever commits.

Everybody connects as the application role. A test that only looks and rolls back uses pytest's
`db`; one that commits, starts threads or processes, or tries a guard uses `fresh_database`.
"""

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

import colletta
from colletta.cluster import Cluster
from colletta.cluster.locks import FileLock
from colletta.config import grants

APPLICATION = "colletta_app"
TEMPLATES_KEPT = 2


class Databases:
    """The databases of one run of the tests, in a cluster that outlives it."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.template = f"template_{schema_version()}"
        self._clones = 0
        self._lock = threading.Lock()

    def prepare(self) -> None:
        """The template of this version of the schema exists; leavings of dead runs are gone."""
        with FileLock(self.cluster.place.home / "template.lock"):
            names = self._names()
            for name in _left_over(names, self.template):
                self.cluster.drop_database(name)
            if self.template not in names:
                self._build()

    def clone(self) -> "Database":
        """A new database like the template."""
        with self._lock:
            self._clones += 1
            name = f"clone_{os.getpid()}_{self._clones}"
        self.cluster.create_database(name, template=self.template)
        return Database(self.cluster, name)

    def _names(self) -> list[str]:
        with psycopg.connect(self.cluster.url("superuser", "postgres")) as connection:
            return [
                row[0] for row in connection.execute("SELECT datname FROM pg_database ORDER BY oid")
            ]

    def _build(self) -> None:
        """Migrated under another name first: a run that dies here leaves no half template."""
        unfinished = Database(self.cluster, f"clone_{os.getpid()}_template")
        self.cluster.create_database(unfinished.name)
        with django_on(unfinished.url("owner")):
            call_command("migrate", verbosity=0)
        with unfinished.connect("owner") as owner:
            grants.apply(owner, APPLICATION)
        with psycopg.connect(self.cluster.url("superuser", "postgres"), autocommit=True) as root:
            renaming = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            root.execute(
                renaming.format(sql.Identifier(unfinished.name), sql.Identifier(self.template))
            )


class Database:
    """One database of the tests, reached as `app`, `owner` or `superuser`."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self.cluster = cluster
        self.name = name
        self._opened: list[psycopg.Connection] = []

    def url(self, role: str = "app") -> str:
        return self.cluster.url(role, self.name)

    def connect(self, role: str = "app", **options: Any) -> psycopg.Connection:
        """A connection of psycopg's, closed with the database."""
        connection = psycopg.connect(self.url(role), **options)
        self._opened.append(connection)
        return connection

    def environment(self) -> dict[str, str]:
        """For programs that a test starts: our environment, with this database in it."""
        urls = {"DATABASE_URL": self.url("app"), "DATABASE_OWNER_URL": self.url("owner")}
        return {**os.environ, **urls}

    def answers(self) -> bool:
        """Whether the server takes connections at this instant."""
        try:
            with psycopg.connect(self.url()) as connection:
                connection.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def set_clock(self, expression: str) -> None:
        """Replace the clock that decides, as only the owner can."""
        with psycopg.connect(self.url("owner")) as owner:
            owner.execute(
                "CREATE OR REPLACE FUNCTION colletta_now() RETURNS timestamptz "
                f"LANGUAGE sql VOLATILE PARALLEL SAFE RETURN {expression}"
            )

    def stop_clock(self, at: datetime) -> None:
        """It is `at`, until somebody says otherwise."""
        self.set_clock(f"timestamptz '{at.isoformat()}'")

    def drop(self) -> None:
        for connection in self._opened:
            connection.close()
        self.cluster.drop_database(self.name)


@contextmanager
def django_on(url: str) -> Iterator[None]:
    """Inside, Django's default connection leads to `url`, in this thread and in new ones."""
    # Django's wrappers of all threads share this one dictionary and read it when they connect.
    settings = connections["default"].settings_dict
    before = dict(settings)
    parts = conninfo_to_dict(url)
    connections.close_all()
    settings.update(
        NAME=parts["dbname"],
        USER=parts["user"],
        PASSWORD=parts["password"],
        HOST=parts["host"],
        PORT="",
        OPTIONS={},
    )
    try:
        yield
    finally:
        connections.close_all()
        settings.update(before)


def schema_version() -> str:
    """Changes with every migration, every .sql file and every right, ours and the libraries'."""
    package = Path(colletta.__file__).parent
    digest = hashlib.sha256()
    for library in ("django", "django-allauth", "procrastinate"):
        digest.update(version(library).encode())
    for path in sorted([*package.glob("*/migrations/*"), *package.glob("config/grants.*")]):
        if path.is_file():
            digest.update(str(path.relative_to(package)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _left_over(names: list[str], template: str) -> list[str]:
    """Clones of runs that have died, and templates of older schemas but the newest few."""
    clones = [name for name in names if name.startswith("clone_") and not _is_alive(name)]
    others = [name for name in names if name.startswith("template_") and name != template]
    return clones + others[:-TEMPLATES_KEPT]


def _is_alive(clone: str) -> bool:
    process = int(clone.split("_")[1])
    return process != os.getpid() and Path(f"/proc/{process}").exists()

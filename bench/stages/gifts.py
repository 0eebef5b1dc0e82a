"""Gifts by the actions, one after the other; then their statements without Python's layers.

The statements are written down while the actions run on a clone of the database, and played again
on another clone of the same instant: sequences give the same numbers, so every word still fits.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from bench.stages.giving import give

WARM = 10
CLONES = ("bench_noted", "bench_played")


def run(*, campaigns: Sequence[int], count: int) -> dict[str, Any]:
    """Gifts a second both ways.

    The two are made by turns, so that whatever else the machine does slows both.
    """
    here = os.environ["DATABASE_URL"]
    connection.close()
    with _clones():
        _lead_to(make_conninfo(here, dbname=CLONES[0]))
        notes = Notes()
        with notes.taken():
            for number in range(WARM + count):
                give(campaigns, number)
                notes.next_gift()
        _lead_to(here)
        with psycopg.connect(make_conninfo(here, dbname=CLONES[1]), autocommit=True) as plain:
            taken = [
                (_taken(give, campaigns, number), _taken(_play, plain, notes.gifts[number]))
                for number in range(WARM + count)
            ]
    action, played = (count / sum(side) for side in zip(*taken[WARM:], strict=True))
    return {"per_second": round(action, 1), "sql_per_second": round(played, 1)}


def _taken(do: Callable[..., None], *what: Any) -> float:
    begun = time.perf_counter()
    do(*what)
    return time.perf_counter() - begun


def _play(plain: psycopg.Connection, statements: Sequence[bytes]) -> None:
    """One journey a statement, as the actions have it; no adapting, no objects made of rows."""
    for statement in statements:
        plain.pgconn.exec_(statement)


class Notes:
    """What Django's connection is told, in the order in which the server hears it."""

    def __init__(self) -> None:
        self.gifts: list[list[bytes]] = [[]]

    def next_gift(self) -> None:
        self.gifts.append([])

    @contextmanager
    def taken(self) -> Iterator[None]:
        set_autocommit, commit = connection.set_autocommit, connection.commit

        def began(autocommit: bool, *more: Any, **named: Any) -> None:  # noqa: FBT001
            if not autocommit:
                self.gifts[-1].append(b"BEGIN")
            set_autocommit(autocommit, *more, **named)

        def committed() -> None:
            commit()
            self.gifts[-1].append(b"COMMIT")

        connection.ensure_connection()
        connection.set_autocommit, connection.commit = began, committed  # type: ignore[method-assign]
        try:
            with connection.execute_wrapper(self._note):
                yield
        finally:
            connection.set_autocommit, connection.commit = set_autocommit, commit  # type: ignore[method-assign]

    def _note(
        self,
        execute: Callable[..., Any],
        statement: Any,
        parameters: Any,
        many: bool,  # noqa: FBT001 - the framework's own signature
        context: Any,
    ) -> Any:
        assert not many, statement
        cursor = psycopg.ClientCursor(connection.connection)
        self.gifts[-1].append(cursor.mogrify(statement, parameters).encode())
        return execute(statement, parameters, many, context)


def _lead_to(address: str) -> None:
    connection.close()
    connection.settings_dict.update(NAME=conninfo_to_dict(address)["dbname"])


@contextmanager
def _clones() -> Iterator[None]:
    """Inside, three databases are as this one is now; nobody else uses it."""
    name = str(conninfo_to_dict(os.environ["DATABASE_URL"])["dbname"])
    making = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
    with psycopg.connect(os.environ["BENCH_SUPERUSER_URL"], autocommit=True) as root:
        try:
            for clone in CLONES:
                root.execute(making.format(sql.Identifier(clone), sql.Identifier(name)))
            yield
        finally:
            connection.close()
            for clone in CLONES:
                root.execute(
                    sql.SQL("DROP DATABASE IF EXISTS {} (FORCE)").format(sql.Identifier(clone))
                )

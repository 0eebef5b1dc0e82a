"""The database, as the application's role finds it."""

import time
from collections.abc import Sequence
from typing import Any

from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from colletta.cli.doctor.desk import judge_desk
from colletta.cli.doctor.finding import Finding, Findings
from colletta.cli.doctor.powers import judge_role
from colletta.ledger.checks import Breaches, Query
from colletta.ledger.invariants import disabled_triggers, missing_guards

MOST_SKEW = 2000  # milliseconds between the clock that decides and that of the server
_CLOCKS = "SELECT (extract(epoch FROM colletta_now()) * 1000)::bigint"
_SAFETY = """
    SELECT name, setting FROM pg_settings
    WHERE name IN ('fsync', 'full_page_writes') AND setting <> 'on'
"""


def judge_database(settings: Any) -> Findings:
    """Findings about the role, the tables, their guards, the clock, the people at the desk."""
    try:
        connection.ensure_connection()
    except OperationalError as fault:
        yield Finding(
            "DATABASE_URL",
            f"the database cannot be reached: {str(fault).strip().splitlines()[0]}",
            "Is it running, and is the address right?",
        )
        return
    yield from judge_role()
    executor = MigrationExecutor(connection)
    if pending := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        first = pending[0][0]
        yield Finding(
            "tables",
            f"{len(pending)} migrations are missing, {first.app_label} {first.name} the first",
            "colletta migrate",
        )
        return
    yield from _judge_guards()
    yield from _judge_clock()
    yield from _judge_safety()
    yield from judge_desk(demonstration=settings.COLLETTA_DEMO)


def _judge_guards() -> Findings:
    names = [
        _named(row) for query in (missing_guards(), disabled_triggers()) for row in _rows(query)
    ]
    if names:
        yield Finding(
            "guards",
            f"the books are not guarded: {', '.join(names[:3])}"
            + (f" and {len(names) - 3} more" if len(names) > 3 else ""),
            "Find out who took them away, restore a backup, run colletta check_books",
        )


def _rows(query: Query | Breaches) -> Sequence[tuple[Any, ...]]:
    assert isinstance(query, Query)  # what these invariants ask is asked of the database
    with connection.cursor() as cursor:
        cursor.execute(query.sql, query.parameters or None)
        return list(cursor.fetchall())


def _named(row: tuple[Any, ...]) -> str:
    return f"{row[1]} on {row[0]}"


def _judge_clock() -> Findings:
    before = time.time_ns() // 1_000_000
    ((there,),) = _rows(Query(_CLOCKS))
    after = time.time_ns() // 1_000_000
    skew = max(before - there, there - after, 0)
    if skew > MOST_SKEW:
        yield Finding(
            "clock",
            f"the database's clock, which decides, is {skew // 1000} s off that of the server",
            "Let both machines take the time from the network (chrony, systemd-timesyncd)",
            "nothing",
        )


def _judge_safety() -> Findings:
    for name, value in _rows(Query(_SAFETY)):
        yield Finding(
            f"PostgreSQL: {name}",
            f"it is {value}: a power cut may lose or break books",
            f"Set {name} = on in postgresql.conf",
            "nothing",
        )

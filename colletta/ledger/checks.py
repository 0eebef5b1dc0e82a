"""Are the books true? Every invariant is a query with a sentence, and its answer is what breaks it.

An app declares its own in a module `invariants.py`, imported at start-up:

    @invariant("No posting is without transfers.")
    def postings_without_transfers() -> Query:
        return Query("SELECT id, key FROM ledger_posting p WHERE NOT EXISTS (…)")

and names the triggers that guard its tables with `guarded_by`, so that a missing one is noticed.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.db import connection

SHOWN = 20  # broken rows kept of one invariant; one is too many already


@dataclass(frozen=True)
class Query:
    """SQL that returns a row for each breach, and its parameters."""

    sql: str
    parameters: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Result:
    """What one invariant found. `breaches` are the first rows that break it."""

    name: str
    sentence: str
    breaches: Sequence[Mapping[str, Any]]
    milliseconds: int

    @property
    def holds(self) -> bool:
        return not self.breaches


Question = Callable[[], Query]

_invariants: dict[str, tuple[str, Question]] = {}
_guards: dict[str, tuple[str, ...]] = {}


def invariant(sentence: str) -> Callable[[Question], Question]:
    """Add the function below to the checks. `sentence` says what is always true."""

    def add(question: Question) -> Question:
        _invariants[f"{question.__module__}.{question.__qualname__}"] = (sentence, question)
        return question

    return add


def guarded_by(table: str, *triggers: str) -> None:
    """These triggers must exist on `table` and fire always, in replica mode too."""
    _guards[table] = triggers


def guards() -> Mapping[str, tuple[str, ...]]:
    """Table -> the triggers that must guard it."""
    return MappingProxyType(_guards)


def check_books() -> list[Result]:
    """Ask every invariant, in the order they were declared."""
    return [_ask(name, sentence, question()) for name, (sentence, question) in _invariants.items()]


def _ask(name: str, sentence: str, query: Query) -> Result:
    begun = time.monotonic()
    with connection.cursor() as cursor:
        cursor.execute(query.sql, query.parameters)
        columns = [column.name for column in cursor.description or ()]
        rows = cursor.fetchmany(SHOWN)
    breaches = [dict(zip(columns, row, strict=True)) for row in rows]
    return Result(name, sentence, breaches, int((time.monotonic() - begun) * 1000))

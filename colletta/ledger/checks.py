"""Are the books true? Every invariant is a query with a sentence, and its answer is what breaks it.

An app declares its own in a module `invariants.py`, imported at start-up:

    @invariant("No posting is without transfers.")
    def postings_without_transfers() -> Query:
        return Query("SELECT id, key FROM ledger_posting p WHERE NOT EXISTS (…)")

A question to somebody else, a payment provider say, gives the breaches themselves, and raises
CouldNotBeAsked where nobody answers: the books are then neither true nor broken. An app names the
triggers that guard its tables with `guarded_by`, so that a missing one is noticed.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
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
    unanswered: str = ""

    @property
    def is_broken(self) -> bool:
        return bool(self.breaches)

    @property
    def holds(self) -> bool:
        """Asked, and not broken."""
        return not self.breaches and not self.unanswered


class CouldNotBeAsked(Exception):
    """Whoever knows the answer does not give it now; the message says why."""


Breaches = Iterable[Mapping[str, Any]]
Question = Callable[[], Query | Breaches]

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
    return [_ask(name, sentence, question) for name, (sentence, question) in _invariants.items()]


def _ask(name: str, sentence: str, question: Question) -> Result:
    begun = time.monotonic()
    breaches: list[Mapping[str, Any]] = []
    unanswered = ""
    try:
        answer = question()
        breaches = _rows(answer) if isinstance(answer, Query) else list(islice(answer, SHOWN))
    except CouldNotBeAsked as silence:
        unanswered = str(silence)
    return Result(name, sentence, breaches, int((time.monotonic() - begun) * 1000), unanswered)


def _rows(query: Query) -> list[Mapping[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(query.sql, query.parameters)
        columns = [column.name for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchmany(SHOWN)]

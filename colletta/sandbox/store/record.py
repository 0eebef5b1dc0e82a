"""Events on disk: a SQLite file that only grows."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from colletta.sandbox.store.event import Event

SCHEMA = Path(__file__).with_name("record.sql").read_text(encoding="utf-8")
# FULL syncs the log at every commit: what was answered survives a kill and a power cut.
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000")
INSERT = "INSERT INTO event (number, at, kind, about, version, details) VALUES (?, ?, ?, ?, ?, ?)"
SELECT = "SELECT number, at, kind, about, version, details FROM event ORDER BY number"


class Record:
    """The file; used by one thread at a time (see Book)."""

    def __init__(self, path: Path) -> None:
        self._rows = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in PRAGMAS:
            self._rows.execute(f"PRAGMA {pragma}")
        self._rows.executescript(SCHEMA)

    def events(self) -> Iterator[Event]:
        """Everything that happened, in order."""
        for number, at, kind, about, version, details in self._rows.execute(SELECT):
            yield Event(number, at, kind, about, version, json.loads(details))

    def write(self, events: Sequence[Event]) -> None:
        """All of them or none; on disk when it returns. Raises sqlite3.Error."""
        with self._rows:
            self._rows.execute("BEGIN IMMEDIATE")
            self._rows.executemany(INSERT, [_row(event) for event in events])

    def close(self) -> None:
        """Lets go of the file."""
        self._rows.close()


def _row(event: Event) -> tuple[Any, ...]:
    details = json.dumps(event.details, allow_nan=False)
    return event.number, event.at, event.kind, event.about, event.version, details

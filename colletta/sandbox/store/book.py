"""The record and what follows from it, changed by one at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from colletta.sandbox.clock import wall
from colletta.sandbox.fold import fold
from colletta.sandbox.habits import Habits
from colletta.sandbox.state import State
from colletta.sandbox.store.event import Event
from colletta.sandbox.store.record import Record


class Turn:
    """One decision: what is known now, and what happens because of it."""

    def __init__(self, state: State, habits: Habits) -> None:
        self.state = state
        self.habits = habits
        self.events: list[Event] = []

    def now(self) -> int:
        """The company's time in milliseconds: this machine's, and what it was advanced by."""
        return wall() + self.state.advanced

    def append(self, kind: str, about: str, /, **details: Any) -> Event:
        """Says that something happened; known at once, written when the turn ends."""
        version = self.state.versions.get(about, 0) + 1
        event = Event(self.state.last + 1, self.now(), kind, about, version, details)
        self.events.append(event)
        fold(self.state, event)
        return event


class Book:
    """Gives turns, one after the other. Nobody sees what is not yet on disk."""

    def __init__(self, record: Record, habits: Habits) -> None:
        self.changed = threading.Event()
        self._habits = habits
        self._lock = threading.Lock()
        self._record = record
        self._state = self._read()

    @contextmanager
    def turn(self) -> Iterator[Turn]:
        """A turn; what it appended is on disk when the block ends, or never happened."""
        with self._lock:
            turn = Turn(self._state, self._habits)
            try:
                yield turn
                if turn.events:
                    self._record.write(turn.events)
            except BaseException:
                if turn.events:
                    self._state = self._read()
                raise
        if turn.events:
            self.changed.set()

    def close(self) -> None:
        """Waits for the turn that is being taken, then lets go of the record for good."""
        self._lock.acquire()
        self._record.close()

    def _read(self) -> State:
        state = State()
        for event in self._record.events():
            fold(state, event)
        return state

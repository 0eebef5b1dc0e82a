"""Facts that another machine committed, or a process that died before it could tell the others."""

import logging
import threading

import psycopg

from colletta.history.freshness import Board, subjects_of

SECONDS = 1.0  # between two looks
PAUSE = 5.0  # seconds before a database that was lost is looked for again
# Facts are committed in another order than they are numbered; so far back a look goes again.
OVERLAP = 500
NEWEST = "SELECT coalesce(max(id), 0) FROM history_fact"
FACTS = "SELECT id, at, about, details FROM history_fact WHERE id > %s ORDER BY id LIMIT 5000"
log = logging.getLogger(__name__)


def follow(board: Board, *, address: str) -> threading.Event:
    """A thread tells the board each second of every new fact, until the event is set.

    `address` is the database's. While it cannot be reached, pages are kept as they are.
    """
    stop = threading.Event()
    threading.Thread(target=_watch, args=(board, address, stop), name="facts", daemon=True).start()
    return stop


def _watch(board: Board, address: str, stop: threading.Event) -> None:
    reached = True
    while not stop.is_set():
        try:
            with psycopg.connect(address, autocommit=True, connect_timeout=5) as connection:
                reached = True
                _tell_all(board, connection, stop)
        except psycopg.Error as lost:
            if reached:
                log.warning("New facts of other machines cannot be read for now: %s", lost)
            reached = False
        stop.wait(PAUSE)


def _tell_all(board: Board, connection: psycopg.Connection, stop: threading.Event) -> None:
    (newest,) = connection.execute(NEWEST).fetchone() or (0,)
    while not stop.wait(SECONDS):
        for fact, at, about, details in connection.execute(FACTS, [newest - OVERLAP]):
            board.tell(fact, at=at, subjects=subjects_of(about, details))
            newest = max(newest, fact)

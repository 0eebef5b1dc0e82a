"""Runs the company: `python -m colletta.sandbox --home DIR --secret FILE --notify URL`."""

import json
import os
import signal
import sqlite3
import sys
import threading
from types import FrameType

from colletta.sandbox.arguments import Arguments, UnsafeStart, read_arguments
from colletta.sandbox.company import Company
from colletta.sandbox.home import Home, HomeIsTaken
from colletta.sandbox.identity import new_id
from colletta.sandbox.store.book import Book
from colletta.sandbox.store.record import Record
from colletta.sandbox.web.counter import Counter
from colletta.sandbox.web.watch import start_watch


def main(arguments: list[str] | None = None) -> int:
    """Serves until it is told to stop; 2 when it cannot begin, with the reason."""
    try:
        asked = read_arguments(arguments)
        home = Home(asked.home)
        with home.lock():
            _run(asked, home)
    except (UnsafeStart, HomeIsTaken, OSError, sqlite3.Error) as fault:
        sys.stderr.write(f"sandbox: {fault}\n")
        return 2
    return 0


def _run(asked: Arguments, home: Home) -> None:
    book = Book(Record(home.record), asked.habits)
    with book.turn() as turn:
        if not turn.state.account:
            turn.append("company.opened", "company", account=new_id("acct"))
        account = turn.state.account
    counter = _counter(asked, home)
    company = Company(book, counter.url, home.key(), asked.secrets, asked.notify)
    counter.company = company
    _stop_when_told(counter)
    if asked.until_stdin_ends:
        threading.Thread(target=_stop_at_the_end, args=(counter,), daemon=True).start()
    start_watch(company)
    ready = {"url": counter.url, "account": account, "mode": "test", "pid": os.getpid()}
    sys.stdout.write(json.dumps({**ready, "key_file": str(home.key_file.resolve())}) + "\n")
    sys.stdout.flush()
    counter.serve_forever(poll_interval=0.1)
    counter.closing.set()
    book.close()


def _counter(asked: Arguments, home: Home) -> Counter:
    """Listens on the port asked for, else on the one of last time if it is free, else on any."""
    try:
        counter = Counter(asked.port or home.last_port())
    except OSError:
        if asked.port:
            raise
        counter = Counter(0)
    home.remember_port(counter.server_port)
    return counter


def _stop_when_told(counter: Counter) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        threading.Thread(target=counter.shutdown).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


def _stop_at_the_end(counter: Counter) -> None:
    """Whoever started us and was killed cannot tell us to stop; but its end of the pipe closes."""
    while os.read(0, 1024):
        pass
    counter.shutdown()


if __name__ == "__main__":
    sys.exit(main())

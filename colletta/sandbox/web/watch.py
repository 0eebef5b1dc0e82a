"""What happens without anybody asking: payments expire, notices fall due."""

import sqlite3
import threading
import time
import traceback

from colletta.sandbox.clock import SECOND
from colletta.sandbox.company import Company
from colletta.sandbox.notices.sender import Sender
from colletta.sandbox.verbs.expire import expire_due

LONGEST_NAP = SECOND // 2
SHORTEST_NAP = 10  # so that a burst of changes is looked at once


def start_watch(company: Company) -> None:
    """Watches in threads that end with the process."""
    sender = Sender(company)
    if company.notify:
        sender.start()
    threading.Thread(target=_watch, args=(company, sender), name="watch", daemon=True).start()


def _watch(company: Company, sender: Sender) -> None:
    while True:
        company.book.changed.clear()
        try:
            nap = _look(company, sender)
        except sqlite3.Error:
            traceback.print_exc()  # a full disk, say: look again later
            nap = LONGEST_NAP
        company.book.changed.wait(nap / SECOND)
        time.sleep(SHORTEST_NAP / SECOND)


def _look(company: Company, sender: Sender) -> int:
    """Does what is due; answers in how many milliseconds to look again at the latest."""
    with company.book.turn() as turn:
        expire_due(turn)
        next_due = sender.queue_due(turn) if company.notify else None
    return min(LONGEST_NAP, next_due if next_due is not None else LONGEST_NAP)

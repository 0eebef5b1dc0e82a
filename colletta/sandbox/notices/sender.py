"""Sends what is due, a few at a time, and tries again until it arrives."""

import secrets
import sqlite3
import threading
import traceback
from queue import SimpleQueue

from colletta.sandbox.clock import HOUR
from colletta.sandbox.company import Company
from colletta.sandbox.notices.message import Spoiling, write_message
from colletta.sandbox.notices.post import arrived, post
from colletta.sandbox.nouns.notice import Delivery
from colletta.sandbox.store.book import Turn

AT_ONCE = 8
LONGEST_WAIT = HOUR
MOST_ATTEMPTS = 40  # with an hour between the last ones, about a day


class Sender:
    """Threads that post. Deliveries of one lane go one after the other."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._queue: SimpleQueue[Delivery] = SimpleQueue()
        self._busy: set[str] = set()

    def start(self) -> None:
        """From now on, what is queued is sent."""
        for number in range(AT_ONCE):
            threading.Thread(target=self._work, name=f"sender-{number}", daemon=True).start()

    def queue_due(self, turn: Turn) -> int | None:
        """Hands out what is due; answers in how many milliseconds the next one will be."""
        now = turn.now()
        waits = []
        for delivery in list(turn.state.deliveries.values()):
            if delivery.due > now:
                waits.append(delivery.due - now)
            elif delivery.lane not in self._busy:
                self._busy.add(delivery.lane)
                self._queue.put(delivery)
        return min(waits, default=None)

    def _work(self) -> None:
        while True:
            delivery = self._queue.get()
            try:
                self._send(delivery)
            except sqlite3.Error:
                traceback.print_exc()  # the delivery is still due: it is tried again
            finally:
                self._busy.discard(delivery.lane)
                self._company.book.changed.set()

    def _send(self, delivery: Delivery) -> None:
        company = self._company
        with company.book.turn() as turn:
            message = write_message(
                turn.state,
                turn.state.notices[delivery.notice],
                secrets_in_use=company.secrets,
                spoiling=Spoiling("wrong_secret" if delivery.forged else "true"),
            )
        answer = post(company.notify, message)
        with company.book.turn() as turn:
            again = _again(turn, delivery, answer)
            turn.append(
                "delivery.attempted",
                delivery.id,
                notice=delivery.notice,
                answer=answer,
                again=again,
            )


def _again(turn: Turn, delivery: Delivery, answer: str) -> int:
    """When to try again; 0 for never: it arrived, was forged, or was tried long enough."""
    if arrived(answer) or delivery.forged or delivery.attempts + 1 >= MOST_ATTEMPTS:
        return 0
    wait = min(turn.habits.retry << min(delivery.attempts, 20), LONGEST_WAIT)
    return turn.now() + wait + secrets.randbelow(wait // 4 + 1)

"""A message came where bounces come."""

from datetime import datetime

from colletta.mail.actions.count_bounce import count_bounce
from colletta.mail.models import Bounce
from colletta.mail.notifications import read_notification


def take_bounce(*, message: bytes, at: datetime) -> Bounce | None:
    """What it says of a letter of ours is written down; None where it says nothing of any.

    Anybody can send anything there: only what carries the mark of a letter that we really sent
    counts (mail/marks.py).
    """
    told = read_notification(message)
    if told is None:
        return None
    return count_bounce(letter_id=told.letter_id, status=told.status, said=told.said, at=at)

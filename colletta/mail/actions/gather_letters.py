"""What waited for it becomes one letter a day."""

from datetime import datetime
from typing import Any

from django.db import transaction

from colletta.mail.day import LETTERS_AT, last
from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Letter, Mailbox, Withheld
from colletta.mail.outbox import put
from colletta.mail.preference_link import end_address_of
from colletta.mail.preferences import timings_of

MOST_IN_ONE = 40  # pieces; what is left comes the day after


def gather_letters(*, at: datetime) -> int:
    """Whoever had letters that waited this morning has one letter with all of them.

    At most one a day for each mailbox, whenever this runs. A mailbox is one transaction: its
    letters wait still, or are told in the new one. What its reader switched off meanwhile is left
    out. Returns how many letters were written.
    """
    until = last(LETTERS_AT, at=at)
    waiting = Letter.objects.held(before=until).order_by("mailbox").values_list("mailbox")
    mailboxes = [number for (number,) in waiting.distinct() if number is not None]
    return sum(_gather(number, until, at) for number in mailboxes)


@transaction.atomic
def _gather(number: int, until: datetime, at: datetime) -> bool:
    mailbox = Mailbox.objects.select_for_update().get(pk=number)
    key = f"{mailbox}:day:{until:%Y-%m-%d}"
    if Letter.objects.filter(key=key).exists():
        return False  # whatever came later waits for the next
    held = Letter.objects.held(before=until).filter(mailbox=mailbox)
    _leave_out(held, mailbox, at)
    pieces = list(held[:MOST_IN_ONE])
    if not pieces:
        return False
    letter, _ = put(
        key=key,
        head=_head(mailbox, pieces),
        template="mail/letters/digest",
        context={"parts": pieces},
    )
    told = Letter.objects.filter(pk__in=[piece.pk for piece in pieces])
    told.update(told_in=letter, text="", html="", emptied_at=at)
    return True


def _leave_out(held: Any, mailbox: Mailbox, at: datetime) -> None:
    off = [topic for topic, timing in timings_of(mailbox).items() if timing == Timing.NEVER]
    held.filter(topic__in=off).order_by().update(
        withheld=Withheld.UNWANTED, given_up_at=at, text="", html="", emptied_at=at
    )


def _head(mailbox: Mailbox, pieces: list[Letter]) -> dict[str, Any]:
    """To the address, and in the language, that its reader used last."""
    newest = pieces[-1]
    topics = [topic for topic in Topic if any(piece.topic == topic for piece in pieces)]
    return {
        "kind": "mail.digest",
        "to": newest.to,
        "language": newest.language,
        "mailbox": mailbox,
        "unsubscribe": end_address_of(mailbox, topics, newest.language),
    }

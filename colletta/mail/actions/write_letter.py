"""Put a letter into the outbox, in the transaction of what it tells."""

from typing import Any

from django.db import transaction

from colletta.history.clock import now
from colletta.history.queue import defer
from colletta.mail.jobs import send_letter_soon
from colletta.mail.kinds import Timing, Topic, kind_named
from colletta.mail.models import Letter, Mailbox, Withheld
from colletta.mail.outbox import put
from colletta.mail.preference_link import end_address_of
from colletta.mail.preferences import has_many, timing_of


class LetterOutsideTransaction(RuntimeError):
    """A letter would outlive what it tells."""


def write_letter(
    *,
    key: str,
    kind: str,
    to: str,
    language: str,
    template: str,
    context: dict[str, Any],
    secret: bool = False,
    hold: bool = False,
) -> Letter:
    """One letter for this occasion is in the outbox and is sent after the commit.

    `template` names a folder with `subject.txt`, `letter.txt`, `letter.html`, rendered in
    `language`. A `secret` one holds a code, or a link that opens something: its words are soon
    taken out of the outbox. A `kind` that can be switched off (mail/kinds.py) comes when its reader
    chose: at once, held for their letter of the day (with `hold` in any case), or never, of which
    only the occasion is kept. An occasion (`key`) that wrote already gives the letter that is
    there. Raises LetterOutsideTransaction, UnknownKind.
    """
    known = kind_named(kind)
    if not transaction.get_connection().in_atomic_block:
        raise LetterOutsideTransaction(f"{kind} has to be told in a transaction")
    if written := Letter.objects.filter(key=key).first():
        return written
    head: dict[str, Any] = {"kind": kind, "to": to, "language": language, "secret": secret}
    if known.topic is not None:
        head |= _chosen(to, known.topic, language, hold=hold)
    letter, new = put(key=key, head=head, template=template, context=context)
    if new and letter.held_at is None and letter.given_up_at is None:
        defer(send_letter_soon, letter_id=letter.pk)
    return letter


def _chosen(to: str, topic: Topic, language: str, *, hold: bool) -> dict[str, Any]:
    """What the letter's row says of when it comes."""
    mailbox, timing, at = Mailbox.objects.at(to), timing_of(to, topic), now()
    head = {
        "mailbox": mailbox,
        "topic": topic,
        "unsubscribe": end_address_of(mailbox, [topic], language),
    }
    if timing == Timing.NEVER:
        return head | {"withheld": Withheld.UNWANTED, "given_up_at": at, "emptied_at": at}
    if hold or timing == Timing.DAILY or has_many(mailbox, at=at):
        head["held_at"] = at
    return head

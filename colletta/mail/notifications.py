"""Reading what a mail system says of a letter that did not arrive (RFC 3464)."""

from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from itertools import chain
from typing import NamedTuple

from colletta.mail.marks import letter_marked
from colletta.mail.status import status_in

LONGEST = 1_000_000  # bytes: some bring the whole letter back, and ours are short
# Where the address stands that the notification was sent to.
SENT_TO = ("Delivered-To", "X-Original-To", "Envelope-To", "To")


class Returned(NamedTuple):
    """One letter of ours did not arrive: which, the enhanced code, what was said."""

    letter_id: int
    status: str
    said: str


def read_notification(message: bytes) -> Returned | None:
    """What a delivery status notification says of a letter of ours; None for every other message.

    Which letter is told by a mark that only we can make: in the address it came to, or in the head
    of the letter that it brings back. Delays and deliveries are no bounces.
    """
    try:
        return _read(message_from_bytes(message[:LONGEST]))
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        return None  # whatever somebody sent there, it is no notification


def _read(report: Message) -> Returned | None:
    if report.get_content_type() != "multipart/report" or not report.is_multipart():
        return None
    letter_id = next((found for found in _marks(report) if found is not None), None)
    failed = next(_failures(report), None)
    if letter_id is None or failed is None:
        return None
    told = str(failed.get("Diagnostic-Code", ""))  # "smtp; 550 5.1.1 …": RFC 3464, 2.3.6
    said = " ".join((told.partition(";")[2] or told).split())
    status = status_in(str(failed.get("Status", ""))) or status_in(said) or "4.0.0"
    return Returned(letter_id, status, said[:300])


def _marks(report: Message) -> Iterator[int | None]:
    for name in SENT_TO:
        yield from (letter_marked(str(line)) for line in report.get_all(name, []))
    for part in _parts(report):
        if (head := _returned_head(part)) is not None:
            yield letter_marked(str(head.get("Message-ID", "")))


def _returned_head(part: Message) -> Message | None:
    kind = part.get_content_type()
    if kind == "text/rfc822-headers":
        text = part.get_payload(decode=True)
        return message_from_bytes(text) if isinstance(text, bytes) else None
    return next(iter(_parts(part)), None) if kind == "message/rfc822" else None


def _failures(report: Message) -> Iterator[Message]:
    """What is said of each recipient for whom it was given up."""
    kind = "message/delivery-status"
    said = [part for part in _parts(report) if part.get_content_type() == kind]
    for about in chain.from_iterable(_parts(part) for part in said):
        if str(about.get("Action", "")).strip().lower() == "failed":
            yield about


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if payload else []

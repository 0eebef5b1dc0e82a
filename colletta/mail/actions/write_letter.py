"""Put a letter into the outbox, in the transaction of what it tells."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override

from colletta.history.queue import defer
from colletta.mail.jobs import send_letter_soon
from colletta.mail.models import Letter


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
    unsubscribe: str = "",
) -> Letter:
    """One letter for this occasion is in the outbox and is sent after the commit.

    `template` names a folder with `subject.txt`, `letter.txt`, `letter.html`, rendered in
    `language`. A `secret` one holds a code, or a link that opens something: its words are soon
    taken out of the outbox. `unsubscribe` is the address that ends letters like it with one click;
    it stands in the letter's head (RFC 2369, RFC 8058). An occasion (`key`) that wrote already
    gives the letter that is there.
    Raises LetterOutsideTransaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise LetterOutsideTransaction(f"{kind} has to be told in a transaction")
    if written := Letter.objects.filter(key=key).first():
        return written
    parts = _rendered(template, language, context)
    head: dict[str, Any] = {"kind": kind, "to": to, "language": language, "secret": secret}
    head["unsubscribe"] = unsubscribe
    letter, new = Letter.objects.get_or_create(key=key, defaults=head | parts)
    if new:
        defer(send_letter_soon, letter_id=letter.pk)
    return letter


def _rendered(template: str, language: str, context: dict[str, Any]) -> dict[str, str]:
    site = {"site_name": settings.SITE_NAME, "site_url": settings.COLLETTA_URL}
    with override(language):
        everything = site | {"language": language} | context
        subject = render_to_string(f"{template}/subject.txt", everything)
        return {
            "subject": " ".join(subject.split())[:200],
            "text": render_to_string(f"{template}/letter.txt", everything).strip() + "\n",
            "html": render_to_string(f"{template}/letter.html", everything),
        }

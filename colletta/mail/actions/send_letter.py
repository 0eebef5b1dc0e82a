"""Give one letter to the mail server."""

import logging
import smtplib
from datetime import timedelta

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from colletta.history.clock import now
from colletta.mail.actions.count_bounce import count_bounce
from colletta.mail.addresses import email_key
from colletta.mail.envelope import mail_of
from colletta.mail.kinds import KINDS
from colletta.mail.models import Letter, Mailbox, Withheld
from colletta.mail.status import is_hard, status_in, status_of_reply

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 12
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)


class NotReached(Exception):
    """The mail server is down, unknown, or too slow to say a word."""


# The server answered, or was never reached: it does not have the letter.
SURELY_NOT_SENT = (NotReached, smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)


def send_letter(*, letter_id: int) -> bool:
    """The letter is with the mail server; True when this call sent it.

    That sending begins is committed first. Where the server surely refused, the letter waits for
    another attempt; where the answer was lost it is left as begun: rather never than twice. To a
    mailbox from which letters came back it is not sent at all, but for what its owner asked for.
    """
    letter = _begin(letter_id)
    if letter is None:
        return False
    server = get_connection()
    try:
        _call(server)
        mail_of(letter, server).send()
    except SURELY_NOT_SENT as refusal:
        _leave(letter, refusal)
        return False
    except OSError as lost:
        log.exception("whether %s was sent is unknown", letter)
        Letter.objects.filter(pk=letter.pk).update(last_error=_told(lost))
        return False
    else:
        Letter.objects.filter(pk=letter.pk).update(sent_at=Now(), last_error="")
        return True
    finally:
        server.close()


@transaction.atomic(durable=True)
def _begin(letter_id: int) -> Letter | None:
    due = Letter.objects.to_send().filter(pk=letter_id)
    letter = due.select_for_update(skip_locked=True).first()
    if letter is None:
        return None
    if _came_back(letter):
        unsent = {"given_up_at": Now(), "withheld": Withheld.UNDELIVERABLE}
        Letter.objects.filter(pk=letter.pk).update(**unsent)
        return None
    Letter.objects.filter(pk=letter.pk).update(begun_at=Now(), attempts=F("attempts") + 1)
    letter.attempts += 1
    return letter


def _came_back(letter: Letter) -> bool:
    """Whether nothing goes there, but for what somebody asks for to show that it works."""
    kind = KINDS.get(letter.kind)
    if kind is not None and kind.asked:
        return False
    return Mailbox.objects.undeliverable().filter(key=email_key(letter.to)).exists()


def _call(server: BaseEmailBackend) -> None:
    """Before the line stands nothing can have been sent, whatever goes wrong."""
    try:
        server.open()
    except OSError as silence:
        raise NotReached(f"{type(silence).__name__}: {silence}") from silence


def _leave(letter: Letter, refusal: Exception) -> None:
    """It waits for another attempt, unless there is no such mailbox."""
    status, said = _answered(refusal)
    if is_hard(status):
        count_bounce(letter_id=letter.pk, status=status, said=said, at=now())
        refused = {"given_up_at": Now(), "withheld": Withheld.REFUSED, "begun_at": None}
        Letter.objects.filter(pk=letter.pk).update(last_error=_told(refusal), **refused)
    else:
        _wait(letter, refusal)


def _answered(refusal: Exception) -> tuple[str, str]:
    """The enhanced code of what the server said of the one recipient, and its words."""
    if isinstance(refusal, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(refusal.recipients.values()))
        said = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        return status_of_reply(code, said), f"{code} {said}"
    # Whatever else it refuses may be about us or the letter, unless it speaks of the address.
    status = status_in(_told(refusal))
    return (status if status.startswith("5.1.") else ""), _told(refusal)


def _wait(letter: Letter, refusal: Exception) -> None:
    pause = min(FIRST_PAUSE * 2 ** min(letter.attempts - 1, 10), LONGEST_PAUSE)
    given_up = Now() if letter.attempts >= MOST_ATTEMPTS else None
    Letter.objects.filter(pk=letter.pk).update(
        begun_at=None,
        next_attempt_at=Now() + pause,
        given_up_at=given_up,
        last_error=_told(refusal),
    )


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:500]

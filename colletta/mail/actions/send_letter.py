"""Give one letter to the mail server."""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from colletta.mail.models import Letter

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
    another attempt; where the answer was lost it is left as begun: rather never than twice.
    """
    letter = _begin(letter_id)
    if letter is None:
        return False
    server = get_connection()
    try:
        _call(server)
        _mail(letter, server).send()
    except SURELY_NOT_SENT as refusal:
        _wait(letter, refusal)
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
    if letter is not None:
        Letter.objects.filter(pk=letter.pk).update(begun_at=Now(), attempts=F("attempts") + 1)
        letter.attempts += 1
    return letter


def _call(server: BaseEmailBackend) -> None:
    """Before the line stands nothing can have been sent, whatever goes wrong."""
    try:
        server.open()
    except OSError as silence:
        raise NotReached(f"{type(silence).__name__}: {silence}") from silence


def _mail(letter: Letter, server: BaseEmailBackend) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[letter.to],
        connection=server,
        headers=_head(letter),
    )
    mail.attach_alternative(letter.html, "text/html")
    return mail


def _head(letter: Letter) -> dict[str, str]:
    head = {"Content-Language": letter.language, "Auto-Submitted": "auto-generated"}
    if letter.unsubscribe:
        # A POST to it, without a page in between: RFC 8058.
        head["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        head["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return head


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

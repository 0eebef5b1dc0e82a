"""A letter as a mail server takes it."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

from colletta.mail.marks import message_id, sender
from colletta.mail.models import Letter


def mail_of(letter: Letter, server: BaseEmailBackend) -> EmailMultiAlternatives:
    """Text first, with its HTML twin. Its sender and its number are marks of this letter alone."""
    mail = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=sender(letter.pk),
        to=[letter.to],
        connection=server,
        headers=_head(letter),
    )
    mail.attach_alternative(letter.html, "text/html")
    return mail


def _head(letter: Letter) -> dict[str, str]:
    head = {
        "From": settings.DEFAULT_FROM_EMAIL,
        "Message-ID": message_id(letter.pk),
        "Content-Language": letter.language,
        "Auto-Submitted": "auto-generated",
    }
    if letter.unsubscribe:
        # A POST to it, without a page in between: RFC 8058.
        head["List-Unsubscribe"] = f"<{letter.unsubscribe}>"
        head["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return head

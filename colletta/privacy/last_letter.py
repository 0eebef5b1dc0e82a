"""The one letter that follows an erasure, and how it is forgotten as well."""

from datetime import date
from uuid import uuid4

from django.conf import settings

from colletta.mail.actions.write_letter import write_letter
from colletta.privacy.subject import Subject

LAST = "privacy.erased"
LINK = "privacy.link"


def write_last_letter(subject: Subject, *, receipts: int, until: date | None) -> None:
    """What was kept, until when. Soon after it went out, its row goes too (jobs.py)."""
    if not subject.mailbox:
        return
    language = subject.language if subject.language in dict(settings.LANGUAGES) else "en"
    write_letter(
        key=f"erasure:{uuid4().hex}",
        kind=LAST,
        to=subject.mailbox,
        language=language,
        template="privacy/letters/erased",
        secret=True,
        context={"receipts": receipts, "until": until},
    )

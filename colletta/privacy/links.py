"""The link with which a guest sees and erases what is held: good for a day, kept as a hash."""

import hashlib
from datetime import datetime, timedelta

from colletta.privacy.models import Asking
from colletta.privacy.subject import Subject, subject_of_mailbox

LIVES = timedelta(days=1)


class LinkIsOver(LookupError):
    """The link was made up, is too old, or what it opened is erased."""


def hash_of(token: str) -> str:
    """What is kept of a token: whoever reads the database cannot use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def subject_of_link(token: str, *, at: datetime) -> Subject:
    """Who opened it. Raises LinkIsOver."""
    asking = Asking.objects.filter(token_hash=hash_of(token), expires_at__gt=at).first()
    if asking is None:
        raise LinkIsOver
    return subject_of_mailbox(asking.email, language=asking.language)

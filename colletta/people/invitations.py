"""The link of an invitation: known to the mail alone, kept as a hash."""

import hashlib
import secrets
from datetime import timedelta

from colletta.people.models import Invitation

GOOD_FOR = timedelta(days=7)


def new_token() -> str:
    """256 bits that nobody guesses."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What the row keeps. Without salt: the token is random and long."""
    return hashlib.sha256(token.encode()).hexdigest()


def invitation_of(token: str) -> Invitation | None:
    """The invitation that can still be taken up with this link."""
    return (
        Invitation.objects
        .open()
        .select_related("organisation", "invited_by")
        .filter(token_hash=hash_of(token))
        .first()
    )

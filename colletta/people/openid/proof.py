"""A mail proves a mailbox before another site's word opens it.

What waits for the proof is kept in the session alone, so that the link is good only in the browser
that asked: who presses a link that somebody else caused links nothing of theirs to that somebody.
"""

import hashlib
import secrets
import time
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.urls import reverse

from colletta.mail.actions.write_letter import write_letter
from colletta.people.openid.claims import Claims
from colletta.people.openid.providers import name_of

KEPT_IN = "openid_proof"
SECONDS_GOOD = 3600


def ask_for_proof(
    session: SessionBase, *, claims: Claims, mailbox: str, onward: str, language: str
) -> None:
    """A link is on its way to the mailbox; an earlier one of this browser is no longer good."""
    token = secrets.token_urlsafe(32)
    session[KEPT_IN] = {
        "hash": _hash(token),
        "claims": asdict(claims),
        "mailbox": mailbox,
        "onward": onward,
        "until": time.time() + SECONDS_GOOD,
    }
    path = reverse("openid:proof", args=[token])
    with transaction.atomic():
        write_letter(
            key=f"openid_proof:{_hash(token)}",
            kind="person.openid_proof",
            to=mailbox,
            language=language,
            template="people/letters/openid_proof",
            secret=True,
            context={
                "link": f"{settings.COLLETTA_URL}{path}",
                "provider": name_of(claims.issuer),
                "minutes": SECONDS_GOOD // 60,
            },
        )


def what_waits(session: SessionBase, token: str) -> tuple[Claims, str, str] | None:
    """Claims, mailbox, where to go then: what this link proves in this browser, if anything."""
    kept: dict[str, Any] | None = session.get(KEPT_IN)
    if not kept or time.time() > kept["until"]:
        return None
    if not secrets.compare_digest(kept["hash"], _hash(token)):
        return None
    return Claims(**kept["claims"]), kept["mailbox"], kept["onward"]


def use_up(session: SessionBase) -> None:
    """The link was good once."""
    session.pop(KEPT_IN, None)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

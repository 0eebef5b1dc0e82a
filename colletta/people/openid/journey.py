"""What we remember of a person between leaving for another site and coming back."""

import base64
import hashlib
import secrets
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

KEPT_IN = "openid_journeys"
SECONDS_AWAY = 600
MOST_AT_ONCE = 5  # tabs of one browser


def _secret() -> str:
    return secrets.token_urlsafe(32)


def _this_second() -> int:
    return int(time.time())


@dataclass(frozen=True)
class Journey:
    """One departure. Nothing of it is known to another browser.

    `person_id` is who is signed in already and adds this way in; None for who signs in with it.
    """

    provider: str
    language: str
    onward: str = ""
    person_id: int | None = None
    state: str = field(default_factory=_secret)
    nonce: str = field(default_factory=_secret)
    verifier: str = field(default_factory=_secret)
    began: int = field(default_factory=_this_second)

    @property
    def challenge(self) -> str:
        """What the provider is told of the verifier (RFC 7636, section 4.2)."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    @property
    def is_over(self) -> bool:
        """Whether it took too long."""
        return not 0 <= _this_second() - self.began <= SECONDS_AWAY


def set_out(session: SessionBase, journey: Journey) -> None:
    """The session knows of the journey, and of a few others at most."""
    kept: dict[str, Any] = session.get(KEPT_IN, {})
    latest = sorted(kept.items(), key=lambda item: item[1]["began"])[1 - MOST_AT_ONCE :]
    session[KEPT_IN] = {**dict(latest), journey.state: asdict(journey)}


def come_back(session: SessionBase, state: str, provider: str) -> Journey | None:
    """The journey that began with this state in this browser; it ends here, whatever follows."""
    kept: dict[str, Any] = session.get(KEPT_IN, {})
    found = kept.pop(state, None)
    session[KEPT_IN] = kept
    if found is None:
        return None
    journey = Journey(**found)
    return journey if journey.provider == provider and not journey.is_over else None

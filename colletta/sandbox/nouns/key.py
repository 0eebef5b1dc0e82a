"""An idempotency key that was used."""

from dataclasses import dataclass

from colletta.sandbox.clock import HOUR

LIFE = 24 * HOUR


@dataclass(frozen=True)
class UsedKey:
    """The answer that the first request with this key got, and what that request was."""

    fingerprint: str
    status: int
    body: str
    at: int

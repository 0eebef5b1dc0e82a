"""A notice as it goes over the wire."""

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from colletta.sandbox.clock import seconds, wall
from colletta.sandbox.notices.signature import HEADER, sign
from colletta.sandbox.nouns.notice import Notice
from colletta.sandbox.state import State

API_VERSION = "2026-05-01"
# How a notice can be signed; all but the first must be refused by whoever receives it.
SIGNATURES = ("true", "wrong_secret", "empty_secret", "missing", "other_body")


@dataclass(frozen=True)
class Message:
    """What is posted."""

    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True)
class Spoiling:
    """What is wrong with a message; by default nothing is. `age` is in seconds."""

    signature: str = "true"
    age: int = 0
    changes: dict[str, Any] = field(default_factory=dict)


def write_message(
    state: State, notice: Notice, *, secrets_in_use: tuple[bytes, ...], spoiling: Spoiling
) -> Message:
    """The notice, signed now: by this machine's clock unless the signing clock was advanced."""
    body = _encode({**_content(state, notice), **spoiling.changes})
    at = seconds(wall() + state.signing_advanced) - spoiling.age
    headers = {"Content-Type": "application/json", "User-Agent": "sandbox-notices"}
    if spoiling.signature != "missing":
        keys = _keys(spoiling.signature, secrets_in_use)
        headers[HEADER] = sign(body, at=at, secrets=keys)
    if spoiling.signature == "other_body":
        body = _encode({**json.loads(body), "object": "pay_of_somebody_else"})
    return Message(body, headers)


def _content(state: State, notice: Notice) -> dict[str, Any]:
    return {
        "id": notice.id,
        "type": notice.type,
        "object": notice.object,
        "account": state.account,
        "mode": "test",
        "api_version": API_VERSION,
        "created": seconds(notice.created),
        **notice.extra,
    }


def _encode(content: dict[str, Any]) -> bytes:
    return json.dumps(content).encode()


def _keys(signature: str, in_use: tuple[bytes, ...]) -> tuple[bytes, ...]:
    if signature == "wrong_secret":
        return (secrets.token_hex(32).encode(),)
    return (b"",) if signature == "empty_secret" else in_use

"""One request to the company, ended as done, refused or unknown."""

import json
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, build_opener

from colletta.payments.providers.contract import OutcomeUnknown, ProviderRefused


class AnswerUnclear(OutcomeUnknown):
    """There was an answer, and it says nothing; for the same key it may be repeated for ever."""


# Answers that say nothing about what happened, or that it may yet happen.
UNCLEAR = frozenset({408, 409, 425, 429})


class UnclearAnswer(OutcomeUnknown):
    """It answered, and the answer says nothing: for the same key it stays the same for a day."""


def get(address: str, *, key: str, patience: int, **query: str) -> dict[str, Any]:
    """Read an object; a silence of more than `patience` seconds is an unknown outcome.

    Raises ProviderRefused, OutcomeUnknown.
    """
    asked = f"{address}?{urlencode(query)}" if query else address
    return _send(Request(asked, headers=_headers(key)), patience)  # noqa: S310 - ours, from the settings


def post(
    address: str, *, key: str, patience: int, once: str, content: dict[str, Any]
) -> dict[str, Any]:
    """Ask for something that happens once for the key `once`. Raises as `get` does."""
    headers = _headers(key) | {"Idempotency-Key": once, "Content-Type": "application/json"}
    request = Request(  # noqa: S310 - ours, from the settings
        address, json.dumps(content).encode(), headers, method="POST"
    )
    return _send(request, patience)


def _headers(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}", "Accept": "application/json"}


def _send(request: Request, patience: int) -> dict[str, Any]:
    try:
        with build_opener().open(request, timeout=patience) as answer:
            return _read(answer.read())
    except HTTPError as refusal:
        with refusal:
            raise _named(refusal.code, refusal.read()) from refusal
    except (OSError, HTTPException) as lost:
        raise OutcomeUnknown(f"{type(lost).__name__}: {lost}") from lost


def _named(status: int, body: bytes) -> Exception:
    if status >= 500 or status in UNCLEAR:
        return AnswerUnclear(f"the answer was {status}")
    error = _read(body).get("error", {})
    return ProviderRefused(str(error.get("code", status)), str(error.get("message", "")))


def _read(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body)
    except ValueError as fault:
        raise OutcomeUnknown("the answer was no JSON") from fault
    if not isinstance(content, dict):
        raise OutcomeUnknown("the answer was no object")
    return content

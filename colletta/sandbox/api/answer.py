"""An answer, before it goes onto the wire."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from colletta.sandbox.refusal import Refusal


@dataclass(frozen=True)
class Answer:
    """With `hold` (milliseconds) or `reset`, the caller gets no answer but a broken line."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "application/json"
    hold: int = 0
    reset: bool = False


def answer_json(content: Mapping[str, Any], *, status: int = 200) -> Answer:
    """An answer with a JSON object."""
    return Answer(status, json.dumps(content).encode())


def refuse(refusal: Refusal, payment: Mapping[str, Any] | None = None) -> Answer:
    """An answer with an error, and the payment it is about if it is about one."""
    error: dict[str, Any] = {"code": refusal.code, "message": refusal.sentence}
    if refusal.parameter:
        error["parameter"] = refusal.parameter
    if payment:
        error["payment"] = payment
    return answer_json({"error": error}, status=refusal.status)

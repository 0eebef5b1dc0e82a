"""A request, read from the wire."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from colletta.sandbox.refusal import Refusal


@dataclass(frozen=True)
class Request:
    """Header names are in lower case; the first of two equal parameters counts."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def json(self) -> dict[str, Any]:
        """The body as an object; an empty body is an empty one. Raises Refusal."""
        try:
            content = json.loads(self.body or b"{}", parse_constant=_no_number)
        except (ValueError, RecursionError) as fault:
            raise Refusal("body_invalid") from fault
        if not isinstance(content, dict):
            raise Refusal("body_invalid")
        return content

    def form(self) -> dict[str, str]:
        """The body as the fields of a form."""
        return _first(self.body.decode("utf-8", "replace"))


def read_target(target: str) -> tuple[str, dict[str, str]]:
    """The path and the parameters of a request target."""
    parts = urlsplit(target)
    return parts.path, _first(parts.query)


def _first(encoded: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(encoded, keep_blank_values=True, max_num_fields=50)
    except ValueError as fault:
        raise Refusal("body_invalid") from fault
    return dict(reversed(pairs))


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not a number here")

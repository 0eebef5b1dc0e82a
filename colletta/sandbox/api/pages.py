"""Lists that are read a page at a time, by key: nothing is missed or seen twice."""

from collections.abc import Sequence
from typing import Any, TypeVar

from colletta.sandbox.api.request import Request
from colletta.sandbox.refusal import Refusal

MOST = 100
Item = TypeVar("Item")


def limit_of(request: Request) -> int:
    """How many are asked for: 1 to 100, 100 unless said. Raises Refusal."""
    asked = request.query.get("limit", str(MOST))
    if not (asked.isascii() and asked.isdigit() and len(asked) < 4 and 1 <= int(asked) <= MOST):
        message = f"'limit' must be a whole number from 1 to {MOST}."
        raise Refusal("parameter_invalid", message, parameter="limit")
    return int(asked)


def cut(items: Sequence[Item], *, limit: int) -> tuple[Sequence[Item], bool]:
    """One page of what comes next, and whether there is more."""
    return items[:limit], len(items) > limit


def page_shape(items: list[dict[str, Any]], *, more: bool, **rest: Any) -> dict[str, Any]:
    """A page as it is answered."""
    return {"object": "list", "items": items, "more": more, **rest}

"""A fault that was asked for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """Happens to the next `left` requests of these operations (none: any), on one object or all.

    `hold` is in milliseconds; `per_second` lets that many pass before a rate limit refuses.
    """

    id: str
    kind: str
    on: tuple[str, ...]
    object: str
    left: int
    hold: int
    per_second: int

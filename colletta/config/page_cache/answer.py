"""What Django answered, read whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from colletta.config.page_cache.kept import Headers
from colletta.config.page_cache.question import Environment
from colletta.history.freshness import EVERYTHING, HEADER

PUBLIC = "public, max-age=0, must-revalidate"
KNOWN_VARIATIONS = {"accept-encoding", "cookie"}


@dataclass
class Answer:
    """Status, headers without what is for us alone, the body, what the page is about."""

    status: str
    headers: Headers
    body: bytes
    subjects: tuple[str, ...]

    @classmethod
    def of(cls, django: Callable[..., Iterable[bytes]], asked: Environment) -> "Answer":
        """Ask Django, and read to the end."""
        begun: list[Any] = []
        parts = django(asked, lambda status, headers, *_: begun.extend([status, headers]))
        try:
            body = b"".join(parts)
        finally:
            if close := getattr(parts, "close", None):
                close()
        status, headers = begun
        said = [value for name, value in headers if name == HEADER]
        return cls(
            status=status,
            headers=[one for one in headers if one[0] != HEADER],
            body=body,
            subjects=tuple(said[0].split()) if said else (EVERYTHING,),
        )

    def is_for_everybody(self) -> bool:
        """Whether anybody who asks may get this page."""
        said = {name.lower(): value for name, value in self.headers}
        varies = {one.strip().lower() for one in said.get("vary", "").split(",") if one.strip()}
        return (
            self.status.startswith("200 ")
            and said.get("cache-control") == PUBLIC
            and "set-cookie" not in said
            and varies <= KNOWN_VARIATIONS
        )

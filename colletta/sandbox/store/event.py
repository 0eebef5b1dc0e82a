"""One thing that happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Event:
    """The `version`-th thing that happened to what it is `about`; `at` in milliseconds."""

    number: int
    at: int
    kind: str
    about: str
    version: int
    details: Mapping[str, Any]

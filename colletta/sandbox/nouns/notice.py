"""Notices: what the company tells the platform, how often, and how badly."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Plan:
    """How one notice is told. Copies go out at the same time; a forged one goes out once."""

    drop: bool = False
    delay: int = 0
    copies: int = 1
    forged: bool = False


@dataclass(frozen=True)
class StandingPlan:
    """A plan for the next `left` notices of a type, about an object; empty texts mean any.

    With `reorder` they arrive last first, `plan.delay` milliseconds apart.
    """

    id: str
    object: str
    type: str
    left: int
    reorder: bool
    plan: Plan


@dataclass(frozen=True)
class Notice:
    """Something that the platform may want to look at."""

    id: str
    type: str
    object: str
    created: int
    extra: Mapping[str, Any]


@dataclass(frozen=True)
class Delivery:
    """A notice on its way, tried again at `due` until the platform answers 2xx."""

    id: str
    notice: str
    due: int
    lane: str
    forged: bool
    attempts: int = 0


@dataclass(frozen=True)
class Attempt:
    """One try: the status that came back, or what went wrong instead."""

    at: int
    delivery: str
    answer: str

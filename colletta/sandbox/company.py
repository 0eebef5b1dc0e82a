"""The company, as everything in here sees it."""

from dataclasses import dataclass, field

from colletta.sandbox.faults.pace import Pace
from colletta.sandbox.store.book import Book


@dataclass(frozen=True)
class Company:
    """Where it answers, who may ask, whom it tells (nobody, if empty), and its book."""

    book: Book
    url: str
    key: str
    secrets: tuple[bytes, ...]
    notify: str
    pace: Pace = field(default_factory=Pace)

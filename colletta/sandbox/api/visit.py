"""One request while it is being answered."""

from collections.abc import Callable
from dataclasses import dataclass

from colletta.sandbox.api.answer import Answer
from colletta.sandbox.api.request import Request
from colletta.sandbox.company import Company
from colletta.sandbox.nouns.fault import Fault
from colletta.sandbox.store.book import Turn


@dataclass(frozen=True)
class Visit:
    """The request, the turn it is answered in, the id in its path, the fault that strikes it."""

    company: Company
    request: Request
    turn: Turn
    id: str = ""
    fault: Fault | None = None

    def outcome(self, among: frozenset[str]) -> str:
        """The outcome that a fault asks for, if it is one of these; else empty."""
        return self.fault.kind if self.fault and self.fault.kind in among else ""


Operation = Callable[[Visit], Answer]

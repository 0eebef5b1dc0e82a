"""A call as its partner writes it, before and after it stands in the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from colletta.money import Money


@dataclass(frozen=True, kw_only=True)
class Outline:
    """Everything a partner says of a call. `rule` has the columns of `Terms` that are not empty."""

    titles: Mapping[str, str]
    texts: Mapping[str, str]
    language: str
    opens_at: datetime
    closes_at: datetime | None
    pool: Money
    claw_back_days: int
    questions: tuple[Mapping[str, Any], ...]
    rule: Mapping[str, Any]

    def told(self) -> dict[str, Any]:
        """What may change as long as the call is not closed."""
        return {
            "titles": dict(self.titles),
            "texts": dict(self.texts),
            "language": self.language,
            "closes_at": self.closes_at,
            "pool_minor": self.pool.minor,
            "questions": [dict(one) for one in self.questions],
        }

    def promised(self) -> dict[str, Any]:
        """What stands once the call is open."""
        return {
            "opens_at": self.opens_at,
            "claw_back_days": self.claw_back_days,
            "currency": self.pool.currency,
        }

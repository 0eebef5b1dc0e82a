"""The figures of a campaign: never one merged total."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from colletta.campaigns.models import State, Type
from colletta.matching.standing import MatchStanding
from colletta.money import Money


@dataclass(frozen=True, kw_only=True)
class CampaignFigures:
    """What the books say of one campaign at one instant.

    `raised` is confirmed gifts net of refunds and lost disputes, gross of fees. `promised` is not
    money: before the closing what is saved, not charged; after it the frozen promise, of which
    `raised` was collected, the rest is `dropped`. `percent` counts no match.
    """

    raised: Money
    promised: Money
    on_its_way: Money
    target: Money
    uncharged: Money
    supporters: int
    type: Type
    state: State
    reached: bool | None
    opens_at: datetime
    closes_at: datetime
    matches: tuple[MatchStanding, ...] = ()

    @property
    def currency(self) -> str:
        """The campaign's one currency (ISO 4217)."""
        return self.target.currency

    @property
    def headline(self) -> Money:
        """What is measured against the target: gifts; for all or nothing promises too."""
        if self.type == Type.KEEP_IT_ALL:
            return self.raised
        return self.promised if self.reached is not None else self.raised + self.uncharged

    @property
    def percent(self) -> int:
        """Headline over target, rounded down; may pass 100."""
        return 100 * self.headline.minor // self.target.minor

    @property
    def missing(self) -> Money:
        """What is lacking to the target after what matches add, zero once it is there."""
        there = self.headline.minor + self.added.minor
        return Money(max(0, self.target.minor - there), self.currency)

    @property
    def added(self) -> Money:
        """What matches add now."""
        return Money(sum(match.adds.minor for match in self.matches), self.currency)

    @property
    def percent_with_matches(self) -> int:
        """Headline and what matches add over target, rounded down."""
        return 100 * (self.headline.minor + self.added.minor) // self.target.minor

    @property
    def dropped(self) -> Money:
        """What was promised at an all-or-nothing closing and never arrived."""
        if self.type == Type.KEEP_IT_ALL or self.reached is None:
            return Money(0, self.currency)
        return Money(max(0, self.promised.minor - self.raised.minor), self.currency)

    def as_json(self) -> dict[str, Any]:
        """The stable form for scripts: sums as strings in major units, instants as ISO 8601."""
        sums = ("raised", "promised", "on_its_way", "target", "missing")
        return {name: getattr(self, name).major() for name in sums} | {
            "currency": self.currency,
            "percent": self.percent,
            "supporters": self.supporters,
            "type": self.type.value,
            "state": self.state.value,
            "reached": self.reached,
            "opens_at": self.opens_at.isoformat(),
            "closes_at": self.closes_at.isoformat(),
            "matches": [match.as_json() for match in self.matches],
        }

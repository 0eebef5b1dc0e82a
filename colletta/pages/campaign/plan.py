"""The budget as bars: each line against the largest one that is stated."""

from dataclasses import dataclass

from colletta.campaigns.models import BudgetLine, Campaign
from colletta.money import Money


@dataclass(frozen=True)
class PlannedLine:
    """One budget line; without an amount it has no bar, and none is guessed."""

    line: BudgetLine
    amount: Money | None
    width: str


def budget_of(campaign: Campaign) -> list[PlannedLine]:
    """The budget lines of a campaign with the widths of their bars, in percent."""
    lines = list(campaign.budget.all())
    largest = max((line.amount_minor or 0 for line in lines), default=0)
    planned = []
    for line in lines:
        line.campaign = campaign
        width = f"{100 * line.amount_minor // largest}%" if line.amount_minor else ""
        planned.append(PlannedLine(line, line.amount, width))
    return planned

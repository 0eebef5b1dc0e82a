"""Reads a story of docs/money/stories and tells it to the books.

A story is prose with tables of two shapes. A table of postings has a row a transfer; a row without
a key belongs to the posting above. The table of closing balances names every account that the
story has touched, no more and no less.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from colletta.ledger.actions.post import post
from colletta.ledger.chart import (
    campaign_fund,
    campaign_given,
    campaign_raised,
    provider_clearing,
    unclaimed,
)
from colletta.ledger.models import Account
from colletta.ledger.moves import AccountRef, Move
from colletta.money import Money

POSTINGS = ["Posting", "Kind", "From", "To", "Amount"]
BALANCES = ["Account", "Balance"]
TOLD_AT = datetime(2026, 5, 25, 12, tzinfo=UTC)
OF_CAMPAIGN = {"fund": campaign_fund, "raised": campaign_raised, "given": campaign_given}


class NotAStory(ValueError):
    """A table that is neither postings nor balances, or a cell that cannot be read."""


@dataclass
class ToldPosting:
    key: str
    kind: str
    moves: list[Move] = field(default_factory=list)


@dataclass
class Story:
    postings: list[ToldPosting] = field(default_factory=list)
    balances: dict[str, str] = field(default_factory=dict)


def read_story(path: Path) -> Story:
    """Raises NotAStory."""
    story = Story()
    for header, rows in _tables(path.read_text(encoding="utf-8")):
        if header == POSTINGS:
            for row in rows:
                _read_transfer(story, row)
        elif header == BALANCES:
            story.balances.update((code, balance) for code, balance in rows)
        else:
            raise NotAStory(f"{path.name} has a table with the columns {header}")
    if not story.postings or not story.balances:
        raise NotAStory(f"{path.name} has no postings or no closing balances")
    return story


def tell(story: Story) -> None:
    """Every posting goes through the only door."""
    for told in story.postings:
        post(kind=told.kind, key=told.key, transfers=told.moves, occurred_at=TOLD_AT)


def closing_balances() -> dict[str, str]:
    """What the books say, in the words of a story."""
    return {
        account.code: str(Money(account.balance, account.currency))
        for account in Account.objects.all()
    }


def account_named(code: str, currency: str) -> AccountRef:
    """The account of the chart with this code. Raises NotAStory."""
    owner, *names = code.split(":")
    if owner == "campaign" and len(names) == 2 and names[1] in OF_CAMPAIGN:
        return OF_CAMPAIGN[names[1]](int(names[0]), currency)
    if owner == "unclaimed" and names[-1] == currency:
        return unclaimed(names[0], ":".join(names[1:-1]), currency)
    if owner == "provider" and names[-1] == currency:
        return provider_clearing(names[0], ":".join(names[1:-1]), currency)
    raise NotAStory(f"the chart has no account {code} in {currency}")


def _read_transfer(story: Story, row: list[str]) -> None:
    key, kind, source, destination, amount = row
    if key:
        story.postings.append(ToldPosting(key, kind))
    found = re.fullmatch(r"(\S+) ([A-Z]{3})", amount)
    if found is None or not story.postings:
        raise NotAStory(f"{row} is no transfer")
    currency = found[2]
    move = Move(
        account_named(source, currency),
        account_named(destination, currency),
        Money.parse(found[1], currency),
    )
    story.postings[-1].moves.append(move)


def _tables(text: str) -> list[tuple[list[str], list[list[str]]]]:
    blocks = re.findall(r"(?:^\|.*\|$\n?)+", text, re.MULTILINE)
    tables = [[_cells(line) for line in block.strip().splitlines()] for block in blocks]
    return [(header, rows) for header, _, *rows in tables]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]

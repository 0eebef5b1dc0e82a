"""Reads a worked example of docs/matching/stories and lets it happen.

A story is prose, a table with the rule, and a table of examples: one row for each side of the
threshold, with what people gave and what then stands.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from colletta.ledger.chart import match_committed
from colletta.ledger.queries import balance_of
from colletta.money import Money
from tests.cast import gift_of_bruno, live_campaign, match_of_delta
from tests.matching.steps import standing

EXAMPLES = [
    "Pair",
    "Side",
    "People gave",
    "State",
    "The partner adds",
    "People lack",
    "Together",
]
RULE = ["Rule", ""]


class NotAStory(ValueError):
    """A table that is neither a rule nor examples, or a cell that cannot be read."""


@dataclass(frozen=True)
class Example:
    """One row, and the rule it stands under; sums as they are written."""

    rule: dict[str, str]
    pair: str
    side: str
    gave: str
    told: tuple[str, ...]  # state, what the partner adds, what people lack, together

    def __str__(self) -> str:
        return f"{self.pair}, {self.side}, {self.gave}"


def read_examples(path: Path) -> list[Example]:
    """Raises NotAStory."""
    rule: dict[str, str] = {}
    examples: list[Example] = []
    for header, rows in _tables(path.read_text(encoding="utf-8")):
        if header == RULE:
            rule = dict(rows)
        elif header == EXAMPLES:
            examples += [Example(rule, row[0], row[1], row[2], tuple(row[3:])) for row in rows]
        else:
            raise NotAStory(f"{path.name} has a table with the columns {header}")
    if not rule or not examples:
        raise NotAStory(f"{path.name} has no rule or no examples")
    return examples


def happens(example: Example) -> tuple[str, ...]:
    """What the platform makes of it: real gifts, a real match, real books."""
    target = _money(example.rule["Target"])
    campaign = live_campaign(target_minor=target.minor)
    match = match_of_delta(campaign, **_terms(example.rule))
    gave = _money(example.gave)
    gift_of_bruno(campaign, gave.major())
    one = standing(match)
    committed = balance_of(match_committed(match.pk, target.currency))
    assert committed == one.adds, "the books commit what the page says"
    return (one.state.value, str(one.adds), str(one.lacking), str(gave + one.adds))


def _terms(rule: dict[str, str]) -> dict[str, Any]:
    terms: dict[str, Any] = {
        "threshold_share": _share(rule["People give first"]),
        "gives": "share-of-target",
        "share": _share(rule["The partner adds"]),
    }
    if "At most" in rule:
        terms["cap_minor"] = _money(rule["At most"]).minor
    return terms


def _share(words: str) -> int:
    found = re.fullmatch(r"(\d+) %", words)
    if found is None:
        raise NotAStory(f"{words} is no share")
    return int(found[1]) * 100


def _money(words: str) -> Money:
    found = re.fullmatch(r"(\S+) ([A-Z]{3})", words)
    if found is None:
        raise NotAStory(f"{words} is no sum")
    return Money.parse(found[1], found[2])


def _tables(text: str) -> list[tuple[list[str], list[list[str]]]]:
    blocks = re.findall(r"(?:^\|.*\|$\n?)+", text, re.MULTILINE)
    tables = [[_cells(line) for line in block.strip().splitlines()] for block in blocks]
    return [(header, rows) for header, _, *rows in tables]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line[1:-1].split("|")]

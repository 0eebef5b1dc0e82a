"""What a gift does besides its own sum: a question that rooms above answer.

Somebody who is about to give asks "what would this gift do?", somebody who gave "what did it do?".
Whoever adds money to gifts implements `Effects` and announces it where its room is loaded.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.core.checks import CheckMessage, Error, register

from colletta.campaigns.models import Campaign
from colletta.money import Money


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a campaign stands: what people gave or promised, how many they are, at what instant."""

    headline: Money
    supporters: int
    at: datetime


@dataclass(frozen=True)
class Effect:
    """What a gift does with one partner's offer, in sentences that are true at this instant."""

    partner: str
    sentences: tuple[str, ...]


class Effects(Protocol):
    """Who adds to gifts, and how."""

    def of_a_gift(self, *, campaign: Campaign, standing: Standing) -> list[Effect]:
        """What any further gift to the campaign does, in the language of the page."""

    def rules(self, *, campaign: Campaign) -> list[str]:
        """Under which rules money is added, a sentence each, true at any instant."""


_announced: list[Effects] = []


def announce(implementer: Effects) -> None:
    """Say who answers; called where the room that adds to gifts is loaded."""
    _announced[:] = [implementer]


def effects_of_a_gift(*, campaign: Campaign, standing: Standing) -> list[Effect]:
    """What any further gift to the campaign does besides its own sum."""
    return [
        effect
        for implementer in _announced
        for effect in implementer.of_a_gift(campaign=campaign, standing=standing)
    ]


def rules_of(*, campaign: Campaign) -> list[str]:
    """Under which rules others add to what people give, in the language that is active."""
    return [rule for one in _announced for rule in one.rules(campaign=campaign)]


@register
def somebody_says_what_a_gift_does(**_: object) -> list[CheckMessage]:
    """A system check: a page that is silent about a match would tell less than the truth."""
    if _announced:
        return []
    return [Error("No room answers what a gift does (pledges/effects.py).", id="pledges.E001")]

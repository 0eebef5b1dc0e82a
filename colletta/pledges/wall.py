"""Who supports a campaign, as far as each of them chose to show it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import connection

from colletta.campaigns.models import Campaign, Type
from colletta.campaigns.models import State as CampaignState
from colletta.money import Money
from colletta.pledges.models import Pledge, PledgeQuerySet, State

FIRST_GIFTS = 24
FIRST_NAMES = 12
ANY = -1  # stands for the campaign in a question that is written once


class Shown(NamedTuple):
    """The columns of a pledge that the wall shows or counts."""

    pk: int
    name: str
    email_key: str
    currency: str
    amount_minor: int
    net_minor: int
    state: str
    show_name: bool
    show_amount: bool
    message: str
    name_hidden_at: datetime | None


@dataclass(frozen=True)
class Entry:
    """One gift on the wall: what is hidden is empty."""

    name: str
    amount: Money | None
    message: str


@dataclass(frozen=True)
class Wall:
    """The first entries of a campaign's wall; `others` counts the supporters not among them."""

    gifts: tuple[Entry, ...]
    names: tuple[str, ...]
    others: int


def wall_of(campaign: Campaign, *, supporters: int) -> Wall:
    """The newest gifts with their amounts, then names without, in two queries at any size.

    Gifts with a shown amount stand newest first. Names without amount stand by name, published in
    groups. Whoever shows neither is only counted.
    """
    gifts = _answers("promises" if _shows_promises(campaign) else "gifts", campaign)
    named = _answers("names", campaign)
    shown = {pledge.email_key or pledge.pk for pledge in (*gifts, *named)}
    return Wall(
        gifts=tuple(entry_of(pledge) for pledge in gifts),
        names=tuple(pledge.name for pledge in named),
        others=max(0, supporters - len(shown)),
    )


def with_amounts(campaign: Campaign) -> PledgeQuerySet:
    """Gifts with a shown amount, newest first; until an all-or-nothing closing its promises."""
    pledges = Pledge.objects.filter(campaign=campaign)
    if _shows_promises(campaign):
        return pledges.with_public_promise()
    return pledges.with_public_amount()


def entry_of(pledge: Pledge | Shown) -> Entry:
    """What a gift shows of itself under its two switches."""
    minor = pledge.amount_minor if pledge.state == State.PROMISED else pledge.net_minor
    seen = pledge.name_hidden_at is None
    return Entry(
        name=pledge.name if pledge.show_name and seen else "",
        amount=Money(minor, pledge.currency) if pledge.show_amount else None,
        message=pledge.message if seen else "",
    )


def _shows_promises(campaign: Campaign) -> bool:
    return campaign.type == Type.ALL_OR_NOTHING and campaign.state == CampaignState.LIVE


def _answers(kind: str, campaign: Campaign) -> list[Shown]:
    statement, parameters = _question(kind)
    asked = [campaign.pk if parameter == ANY else parameter for parameter in parameters]
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        return [Shown(*row) for row in cursor.fetchall()]


@cache
def _question(kind: str) -> tuple[str, tuple[Any, ...]]:
    """Its SQL, which Django takes longer to write than the database to answer."""
    pledges = Pledge.objects.filter(campaign=ANY)
    asked = {
        "gifts": pledges.with_public_amount()[:FIRST_GIFTS],
        "promises": pledges.with_public_promise()[:FIRST_GIFTS],
        "names": pledges.with_public_name_only()[:FIRST_NAMES],
    }
    columns = ("pk", *Shown._fields[1:])
    return asked[kind].values_list(*columns).query.sql_with_params()

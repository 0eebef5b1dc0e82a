"""Who supports a campaign, as far as each of them chose to show it."""

from dataclasses import dataclass

from colletta.campaigns.models import Campaign, Type
from colletta.campaigns.models import State as CampaignState
from colletta.money import Money
from colletta.pledges.models import Pledge, PledgeQuerySet, State

FIRST_GIFTS = 24
FIRST_NAMES = 12


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
    gifts = list(with_amounts(campaign)[:FIRST_GIFTS])
    hidden = Pledge.objects.filter(campaign=campaign).with_public_name_only()[:FIRST_NAMES]
    named = list(hidden)
    shown = {pledge.email_key or pledge.pk for pledge in (*gifts, *named)}
    return Wall(
        gifts=tuple(entry_of(pledge) for pledge in gifts),
        names=tuple(pledge.name for pledge in named),
        others=max(0, supporters - len(shown)),
    )


def with_amounts(campaign: Campaign) -> PledgeQuerySet:
    """Gifts with a shown amount, newest first; until an all-or-nothing closing its promises."""
    pledges = Pledge.objects.filter(campaign=campaign)
    if campaign.type == Type.ALL_OR_NOTHING and campaign.state == CampaignState.LIVE:
        return pledges.with_public_promise()
    return pledges.with_public_amount()


def entry_of(pledge: Pledge) -> Entry:
    """What a gift shows of itself under its two switches."""
    return Entry(
        name=pledge.name if pledge.show_name else "",
        amount=_amount(pledge) if pledge.show_amount else None,
        message=pledge.message,
    )


def _amount(pledge: Pledge) -> Money:
    return pledge.amount if pledge.state == State.PROMISED else pledge.net

"""The shelves of the front page: campaigns that close soon, are new, are coming, have made it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from colletta.campaigns.models import Campaign, CampaignQuerySet
from colletta.pages.cards import Card, cards_by_id
from colletta.pages.filter import those

SOON = timedelta(days=14)
ON_A_SHELF = 3
NEWEST = 6


@dataclass(frozen=True)
class Shelf:
    """Some campaigns with what they have in common."""

    title: str
    cards: list[Card]


def shelves(*, at: datetime) -> list[Shelf]:
    """The shelves that have something on them; no campaign stands on two."""
    public = Campaign.objects.public()
    open_now = public.filter(those("open", at=at))
    closing = _ids(open_now.filter(closes_at__lte=at + SOON).order_by("closes_at", "id"))
    newest = _ids(open_now.exclude(pk__in=closing).order_by("-opens_at", "-id"), NEWEST)
    coming = _ids(public.filter(those("soon", at=at)).order_by("opens_at", "id"))
    made_it = _ids(public.filter(those("reached", at=at)).order_by("-closes_at", "-id"))
    cards = cards_by_id([*closing, *newest, *coming, *made_it], at=at)
    filled = [
        Shelf(_("Closing soon"), [cards[one] for one in closing]),
        Shelf(_("New here"), [cards[one] for one in newest]),
        Shelf(_("Coming up"), [cards[one] for one in coming]),
        Shelf(_("They made it"), [cards[one] for one in made_it]),
    ]
    return [shelf for shelf in filled if shelf.cards]


def _ids(campaigns: CampaignQuerySet, most: int = ON_A_SHELF) -> list[int]:
    return list(campaigns.values_list("pk", flat=True)[:most])

"""What a sample of a letter is made from: invented people, no row of the database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings

from colletta.campaigns.models import Campaign
from colletta.money import Money
from colletta.pledges.models import Pledge, State

Words = Callable[[str], dict[str, Any]]
CLOSES = datetime(2027, 5, 25, 22, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    """One letter: the folder of its template, and what it says by language."""

    template: str
    words: Words


def link(language: str, path: str = "example/") -> str:
    """An address that leads nowhere."""
    return f"{settings.COLLETTA_URL}/{language}/{path}"


def title(language: str) -> str:
    """The campaign of all samples."""
    return {"it": "Un orto in cortile"}.get(language, "A garden in the courtyard")


def about_campaign(language: str) -> dict[str, Any]:
    """What letters about a campaign have in common."""
    return {
        "title": title(language),
        "owner": "Circolo Aurora",
        "slug": "orto-in-cortile",
        "path": f"/{language}/campaigns/orto-in-cortile/",
        "choices": link(language, "follows/example/"),
    }


def about_pledge(language: str) -> dict[str, Any]:
    """What letters to a supporter have in common. The rows are never saved."""
    campaign = Campaign(
        pk=1, slug="orto-in-cortile", closes_at=CLOSES, timezone="Europe/Rome", currency="EUR"
    )
    pledge = Pledge(
        pk=1234,
        campaign=campaign,
        name="Bruno Riva",
        currency="EUR",
        amount_minor=5000,
        net_minor=3000,
        state=State.CONFIRMED,
        confirmed_at=CLOSES - timedelta(days=20),
    )
    return {
        "pledge": pledge,
        "campaign": campaign,
        "title": title(language),
        "rules": [],
        "sum": Money(5000, "EUR"),
        "owner": "Circolo Aurora",
        "link": link(language, "pledges/example/"),
        "keep_it_all": True,
    }

"""A plain filter of campaigns by category, goal, state: an address that can be shared."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Case, DurationField, F, IntegerField, Q, Value, When
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from colletta.campaigns.categories import Category
from colletta.campaigns.goals import GOALS
from colletta.campaigns.models import CampaignQuerySet, State

# States as visitors know them; a campaign that reached its target is over as well.
STATES: dict[str, Promise] = {
    "open": pgettext_lazy("several campaigns", "Open"),
    "soon": pgettext_lazy("several campaigns", "Opening soon"),
    "reached": pgettext_lazy("several campaigns", "Target reached"),
    "over": pgettext_lazy("several campaigns", "Over"),
}
OVER = (State.CLOSING, State.ENDED, State.SETTLED, State.CANCELLED)


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What a visitor chose; an empty text is nothing chosen."""

    category: str = ""
    goal: str = ""
    state: str = ""

    @property
    def query(self) -> str:
        """The choices as a query string, always in the same order."""
        given = {"category": self.category, "goal": self.goal, "state": self.state}
        return urlencode({name: value for name, value in given.items() if value})

    def without(self, name: str) -> "Filter":
        """The same choices but one."""
        return replace(self, **{name: ""})

    def of(self, campaigns: CampaignQuerySet, *, at: datetime) -> CampaignQuerySet:
        """The campaigns chosen, in no order."""
        if self.category:
            campaigns = campaigns.filter(category=self.category)
        if self.goal:
            campaigns = campaigns.filter(sdgs__contains=[int(self.goal)])
        if self.state:
            campaigns = campaigns.filter(those(self.state, at=at))
        return campaigns


def filter_of(query: Mapping[str, str]) -> Filter:
    """The filter that an address asks for; what it does not know counts as nothing chosen."""
    return Filter(
        category=_known(query.get("category", ""), Category.values),
        goal=_known(query.get("goal", ""), [str(number) for number in GOALS]),
        state=_known(query.get("state", ""), STATES),
    )


def those(state: str, *, at: datetime) -> Q:
    """Campaigns in a state that visitors know. Past its closing a live one is over already."""
    conditions = {
        "open": Q(state=State.LIVE, closes_at__gt=at),
        "soon": Q(state=State.SCHEDULED),
        "reached": Q(closure__reached=True) & ~Q(state=State.CANCELLED),
        "over": Q(state__in=OVER) | Q(state=State.LIVE, closes_at__lte=at),
    }
    return conditions[state]


def most_urgent_first(campaigns: CampaignQuerySet, *, at: datetime) -> CampaignQuerySet:
    """Open ones by their closing, then coming ones by their opening, then those over, newest first.

    Paused and cancelled ones stand last.
    """
    rank = Case(
        When(those("open", at=at), then=0),
        When(those("soon", at=at), then=1),
        When(state__in=(State.SUSPENDED, State.CANCELLED), then=3),
        default=2,
        output_field=IntegerField(),
    )
    distance = Case(
        When(those("open", at=at), then=F("closes_at") - Value(at)),
        When(those("soon", at=at), then=F("opens_at") - Value(at)),
        default=Value(at) - F("closes_at"),
        output_field=DurationField(),
    )
    return campaigns.order_by(rank, distance, "id")


def _known(value: str, values: Container[str]) -> str:
    return value if value in values else ""

"""A plain filter of campaigns by category, goal, state: an address that can be shared."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Case, IntegerField, Value, When
from django.db.models.functions import Now
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from colletta.campaigns.categories import Category
from colletta.campaigns.goals import GOALS
from colletta.campaigns.models import CampaignQuerySet, State

STATES: dict[str, tuple[Promise, tuple[State, ...]]] = {
    "open": (_("Open"), (State.LIVE,)),
    "soon": (_("Opening soon"), (State.SCHEDULED,)),
    "over": (_("Over"), (State.CLOSING, State.ENDED, State.SETTLED, State.CANCELLED)),
}
ORDER = ((State.LIVE,), (State.SCHEDULED,), (State.CLOSING,), (State.SUSPENDED,))


@dataclass(frozen=True)
class Choice:
    """One option of a select."""

    value: str
    label: Promise | str
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """What a visitor chose; an unknown value counts as nothing chosen."""

    category: str = ""
    goal: str = ""
    state: str = ""

    @property
    def query(self) -> str:
        """The choices as a query string, for the next page's address."""
        given = {"category": self.category, "goal": self.goal, "state": self.state}
        return urlencode({name: value for name, value in given.items() if value})

    @property
    def categories(self) -> list[Choice]:
        """The categories to choose from."""
        return [Choice(one.value, one.label, one.value == self.category) for one in Category]

    @property
    def goals(self) -> list[Choice]:
        """The goals to choose from."""
        return [Choice(str(n), goal.name, str(n) == self.goal) for n, goal in GOALS.items()]

    @property
    def states(self) -> list[Choice]:
        """The states to choose from, in three groups that a visitor knows."""
        return [Choice(key, label, key == self.state) for key, (label, _s) in STATES.items()]

    def of(self, campaigns: CampaignQuerySet) -> CampaignQuerySet:
        """The campaigns chosen: open ones first, those that close soonest first of all."""
        if self.category:
            campaigns = campaigns.filter(category=self.category)
        if self.goal:
            campaigns = campaigns.filter(sdgs__contains=[int(self.goal)])
        if self.state:
            campaigns = campaigns.filter(state__in=STATES[self.state][1])
        soonest = Case(When(closes_at__gte=Now(), then="closes_at"))
        return campaigns.order_by(_rank(), soonest.asc(nulls_last=True), "-closes_at", "id")


def filter_of(query: Mapping[str, str]) -> Filter:
    """The filter that an address asks for."""
    return Filter(
        category=_known(query.get("category", ""), Category.values),
        goal=_known(query.get("goal", ""), [str(number) for number in GOALS]),
        state=_known(query.get("state", ""), STATES),
    )


def _known(value: str, values: Container[str]) -> str:
    return value if value in values else ""


def _rank() -> Case:
    ranks = [When(state__in=states, then=Value(rank)) for rank, states in enumerate(ORDER)]
    return Case(*ranks, default=Value(len(ORDER)), output_field=IntegerField())

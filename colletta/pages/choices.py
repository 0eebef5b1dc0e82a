"""What a visitor can choose in the filter, with how many campaigns each choice would show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Func
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from colletta.campaigns.categories import Category
from colletta.campaigns.goals import GOALS
from colletta.campaigns.models import Campaign, CampaignQuerySet
from colletta.pages.filter import STATES, Filter, those

Label = Promise | str


@dataclass(frozen=True)
class Choice:
    """One option of a select."""

    value: str
    label: Label
    count: int
    chosen: bool


@dataclass(frozen=True)
class Select:
    """One question of the filter. `everything` is the option that chooses nothing."""

    name: str
    label: str
    everything: str
    choices: list[Choice]

    @property
    def chosen(self) -> Choice | None:
        """The option chosen, if one is."""
        return next((one for one in self.choices if one.chosen), None)


def selects_of(chosen: Filter, *, at: datetime) -> list[Select]:
    """The three questions, counted under the answers to the other two: three queries."""
    public = Campaign.objects.public()
    by_category = by_categories(chosen.without("category").of(public, at=at))
    by_goal = by_goals(chosen.without("goal").of(public, at=at))
    by_state = _by_states(chosen.without("state").of(public, at=at), at)
    goals = [(str(n), f"{n}. {goal.name}") for n, goal in GOALS.items()]
    return [
        Select(
            "category",
            _("Category"),
            _("All categories"),
            _choices(Category.choices, by_category, chosen.category),
        ),
        Select("goal", _("Goal"), _("All goals"), _choices(goals, by_goal, chosen.goal)),
        Select(
            "state", _("State"), _("Every state"), _choices(STATES.items(), by_state, chosen.state)
        ),
    ]


def by_categories(campaigns: CampaignQuerySet) -> dict[str, int]:
    """How many campaigns each category has; one without any is missing."""
    counted = campaigns.order_by().values_list("category").annotate(count=Count("pk"))
    return dict(counted)


def by_goals(campaigns: CampaignQuerySet) -> dict[str, int]:
    """How many campaigns serve each goal, by its number as text; one without any is missing."""
    each = campaigns.order_by().annotate(goal=Func(F("sdgs"), function="unnest"))
    counted = each.values_list("goal").annotate(count=Count("pk"))
    return {str(number): count for number, count in counted}


def _by_states(campaigns: CampaignQuerySet, at: datetime) -> dict[str, int]:
    counts = {state: Count("pk", filter=those(state, at=at)) for state in STATES}
    return campaigns.order_by().aggregate(**counts)


def _choices(
    options: Iterable[tuple[str, Label]], counts: Mapping[str, int], chosen: str
) -> list[Choice]:
    return [Choice(value, label, counts.get(value, 0), value == chosen) for value, label in options]

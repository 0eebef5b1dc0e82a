"""Where matches stand at this moment: their state, what they add, what is lacking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from colletta.campaigns.models import Campaign
from colletta.matching.crowd import Stand, crowds_of, stands_of
from colletta.matching.models import LIVE_MATCHES, Match, MatchState, Step
from colletta.matching.reckoning import Crowd, Lacking, lacking_of, would_add
from colletta.matching.sharing import added_by, estimates_of
from colletta.money import Money

NOTHING_LACKS = Lacking(minor=0, people=0)
FIXED = (MatchState.CONFIRMED, MatchState.PAID)


@dataclass(frozen=True, kw_only=True)
class MatchStanding:
    """One match as everybody may see it.

    `adds` is zero while it is locked; `would_add` is what it would add at its threshold, or what
    a quadratic call would give it if it closed now. `crowd` is missing where the match is over.
    `steps` are its instants by state.
    """

    match: Match
    adds: Money
    would_add: Money
    lacking: Money
    lacking_people: int
    crowd: Crowd | None
    steps: dict[str, datetime]

    @property
    def state(self) -> MatchState:
        """Where it stands."""
        return MatchState(self.match.state)

    def steps_in_order(self) -> list[tuple[MatchState, datetime]]:
        """Each state it reached, with its instant, in the order of the states."""
        return [(state, self.steps[state]) for state in MatchState if state in self.steps]

    def as_json(self) -> dict[str, Any]:
        """The stable form for scripts: sums as strings in major units."""
        return {
            "partner": self.match.partner.name,
            "state": self.state.value,
            "threshold": self.match.threshold.major(),
            "adds": self.adds.major(),
            "would_add": self.would_add.major(),
            "lacking": self.lacking.major(),
            "lacking_supporters": self.lacking_people,
        }


def standings_of(
    campaigns: Sequence[Campaign], stands: Mapping[int, Stand] | None = None
) -> dict[int, tuple[MatchStanding, ...]]:
    """The matches of campaigns in their order, by the campaigns' ids.

    `stands` saves the questions to the books where the caller asked them already. The number of
    queries does not grow with the campaigns.
    """
    known = {campaign.pk: campaign for campaign in campaigns}
    listed = Match.objects.filter(campaign__in=known).select_related("partner", "call")
    matches = list(listed.prefetch_related("steps").order_by("campaign_id", "position"))
    found: dict[int, tuple[MatchStanding, ...]] = dict.fromkeys(known, ())
    if not matches:
        return found
    for match in matches:
        match.campaign = known[match.campaign_id]
    live = [match for match in matches if match.state in LIVE_MATCHES]
    crowds = crowds_of(live, stands or stands_of(campaigns))
    estimates = estimates_of(live)
    for match in matches:
        earlier = sum(one.adds.minor for one in found[match.campaign_id])
        one = _standing(match, crowds.get(match.pk), earlier, estimates.get(match.pk))
        found[match.campaign_id] = (*found[match.campaign_id], one)
    return found


def _standing(
    match: Match, crowd: Crowd | None, earlier: int, estimate: int | None
) -> MatchStanding:
    steps = {step.state: step for step in match.steps.all()}
    target, currency = match.campaign.target_minor, match.campaign.currency
    lacking = NOTHING_LACKS
    if crowd is None:
        added = coming = _fixed(match, steps)
    else:
        lacking = lacking_of(match, target, crowd)
        unlocked = match.state == MatchState.UNLOCKED
        added = added_by(match, crowd, earlier=earlier) if unlocked else 0
        coming = added
        if not unlocked:
            coming = estimate or would_add(match, target, crowd, earlier=earlier)
    return MatchStanding(
        match=match,
        adds=Money(added, currency),
        would_add=Money(coming, currency),
        lacking=Money(lacking.minor, currency),
        lacking_people=lacking.people,
        crowd=crowd,
        steps={state: step.at for state, step in steps.items()},
    )


def _fixed(match: Match, steps: dict[str, Step]) -> int:
    """What a match that is over added for good."""
    return steps[match.state].amount_minor if match.state in FIXED else 0

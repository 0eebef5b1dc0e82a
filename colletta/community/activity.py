"""The time line of a campaign, from what is written down about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from colletta.campaigns.models import Campaign, State
from colletta.community.models import Milestone, Update
from colletta.matching.models import MatchState, Step


class Happened(StrEnum):
    """What stands on a time line."""

    OPENED = "opened"
    FIRST_GIFT = "first_gift"
    MATCH_UNLOCKED = "match_unlocked"
    REACHED = "reached"
    UPDATE = "update"
    ENDED = "ended"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened to a campaign.

    `name` sets it apart from all others of its campaign and never changes. `partner` unlocked a
    match; `titles` are those of an update by language, `language` its own.
    """

    what: Happened
    at: datetime
    name: str
    partner: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    language: str = ""


def activity_of(campaign: Campaign) -> tuple[Event, ...]:
    """Everything that happened so far, the newest first, in four queries at most."""
    return tuple(sorted(_events(campaign), key=lambda one: (one.at, one.name), reverse=True))


def _events(campaign: Campaign) -> Iterator[Event]:
    if campaign.state == State.SCHEDULED:
        return
    yield Event(what=Happened.OPENED, at=campaign.opens_at, name="opened")
    told = Milestone.objects.filter(campaign=campaign).exclude(kind=Milestone.Kind.ENDING)
    for milestone in told:
        yield Event(what=Happened(milestone.kind), at=milestone.at, name=milestone.kind)
    unlocked = Step.objects.filter(match__campaign=campaign, state=MatchState.UNLOCKED)
    for step in unlocked.select_related("match__partner"):
        partner = step.match.partner.name
        name = f"match-{step.match_id}"
        yield Event(what=Happened.MATCH_UNLOCKED, at=step.at, name=name, partner=partner)
    for update in Update.objects.told().filter(campaign=campaign):
        yield Event(
            what=Happened.UPDATE,
            at=update.published_at,
            name=f"update-{update.pk}",
            titles=update.titles,
            language=update.language,
        )
    if (closure := getattr(campaign, "closure", None)) is not None:
        yield Event(what=Happened.ENDED, at=closure.closed_at, name="ended")
    if (cancelled := getattr(campaign, "cancellation", None)) is not None:
        yield Event(what=Happened.CANCELLED, at=cancelled.cancelled_at, name="cancelled")

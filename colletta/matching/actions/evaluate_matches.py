"""What gifts, refunds and the clock make of the matches of a campaign."""

from datetime import datetime, timedelta

from django.db import transaction

from colletta.campaigns.models import Campaign, Cancellation, State
from colletta.history.second_try import tried_again
from colletta.matching.crossing import crossed_at
from colletta.matching.crowd import crowds_of, stands_of
from colletta.matching.models import LIVE_MATCHES, Gives, Match, MatchState
from colletta.matching.reckoning import Crowd, lacking_of
from colletta.matching.sharing import added_by
from colletta.matching.steps import take
from colletta.matching.windows import WindowNeverOpens, window_of

OVER = (State.ENDED, State.SETTLED)
RUNNING = (State.LIVE, State.CLOSING, State.SUSPENDED, *OVER)


@tried_again
@transaction.atomic
def evaluate_matches(*, campaign_id: int, at: datetime) -> None:
    """Each match of the campaign stands where its rule, the books and the clock have it.

    May run at any time, as often as wanted: each step is taken once. A match whose campaign runs is
    *locked*; *unlocked* once what counts meets its threshold and its number of people; *confirmed*
    when the claw-back days are over and it still meets them, or else *missed*; *missed* as
    soon as it cannot come about any more; *withdrawn* with a campaign that was called off. Raises
    PostingRefused.
    """
    campaign = Campaign.objects.get(pk=campaign_id)
    live = Match.objects.filter(campaign=campaign, state__in=LIVE_MATCHES)
    matches = list(live.select_related("call").order_by("position").select_for_update(of=("self",)))
    if not matches:
        return
    # Read after the locks: whoever waited for them sees what the other evaluation saw, and more.
    campaign.refresh_from_db()
    for match in matches:
        match.campaign = campaign
        _follow(match)
    stands = stands_of([campaign])
    crowds = crowds_of(matches, stands)
    earlier = 0
    for match in matches:
        _move(match, crowds[match.pk], earlier, at=at)
        if match.state in (MatchState.UNLOCKED, MatchState.CONFIRMED):
            earlier += added_by(match, crowds[match.pk], earlier=earlier)


def _follow(match: Match) -> None:
    """The window ends with the campaign, whose closing may have been moved."""
    call = None if match.call.private else match.call
    try:
        opens_at, closes_at = window_of(match, match.campaign, call)
    except WindowNeverOpens:
        return  # moved out of its call's time: it keeps the window it was admitted with
    if (opens_at, closes_at) != (match.opens_at, match.closes_at):
        match.opens_at, match.closes_at = opens_at, closes_at
        match.save(update_fields=["opens_at", "closes_at"])


def _move(match: Match, crowd: Crowd, earlier: int, *, at: datetime) -> None:
    """One step after the other, until none is due."""
    while (state := _due(match, crowd, at=at)) is not None:
        minor, when = match.reserved_minor, at
        if state == MatchState.LOCKED:
            when = match.opens_at
        elif state == MatchState.UNLOCKED:
            minor = added_by(match, crowd, earlier=earlier)
            when = crossed_at(match, at=at)
        elif state == MatchState.CONFIRMED:
            minor, when = added_by(match, crowd, earlier=earlier), min(at, _decided_at(match))
        elif state in (MatchState.MISSED, MatchState.WITHDRAWN):
            when = min(at, _decided_at(match))
        take(match, state, minor, at=when)


def _decided_at(match: Match) -> datetime:
    """When nothing could change it any more, whenever it was looked at."""
    campaign = match.campaign
    cancelled = Cancellation.objects.filter(campaign=campaign).first()
    if cancelled is not None:
        return cancelled.cancelled_at
    if match.state == MatchState.UNLOCKED and not _failed(campaign):
        return campaign.closes_at + timedelta(days=match.call.claw_back_days)
    return min(match.closes_at, campaign.closes_at) if match.ends_first else campaign.closes_at


def _due(match: Match, crowd: Crowd, *, at: datetime) -> MatchState | None:
    campaign = match.campaign
    if match.state not in LIVE_MATCHES:
        return None
    if campaign.state == State.CANCELLED:
        return MatchState.WITHDRAWN
    if match.state == MatchState.OFFERED:
        return MatchState.LOCKED if campaign.state in RUNNING and at >= match.opens_at else None
    if _failed(campaign):
        return MatchState.MISSED
    met = not lacking_of(match, campaign.target_minor, crowd)
    if match.state == MatchState.LOCKED:
        return _of_locked(match, met=met, at=at)
    return _of_unlocked(match, met=met, at=at)


def _failed(campaign: Campaign) -> bool:
    """An all-or-nothing campaign that missed its target takes no money, so none is added."""
    return campaign.state in OVER and campaign.all_or_nothing and not campaign.closure.reached


def _of_locked(match: Match, *, met: bool, at: datetime) -> MatchState | None:
    if match.gives == Gives.QUADRATIC:
        return None  # its call shares the pool out when it closes
    if met:
        return MatchState.UNLOCKED
    too_late = match.ends_first and at > match.closes_at
    return MatchState.MISSED if too_late or match.campaign.state in OVER else None


def _of_unlocked(match: Match, *, met: bool, at: datetime) -> MatchState | None:
    campaign = match.campaign
    claw_back = timedelta(days=match.call.claw_back_days)
    if campaign.state not in OVER or at < campaign.closes_at + claw_back:
        return None
    return MatchState.CONFIRMED if met else MatchState.MISSED

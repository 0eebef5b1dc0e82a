"""The pool of a quadratic call is shared out, once."""

from datetime import datetime

from django.db import transaction

from colletta.history.second_try import tried_again
from colletta.matching.models import Call, CallState, Gives, Match, MatchState
from colletta.matching.sharing import shares_of
from colletta.matching.steps import take


class CallIsStillOpen(Exception):
    """Campaigns may still come, or gifts to one of them still count."""


@tried_again
@transaction.atomic
def split_call(*, call_id: int, at: datetime) -> list[Match]:
    """Each waiting match of the closed call is *unlocked* with its share, within pool and cap.

    One that gets nothing is *missed*, one whose campaign never opened is *withdrawn*. A refund
    after this changes no share; the claw-back days confirm it like any other. Doing it again
    changes nothing. Raises CallIsStillOpen, PostingRefused.
    """
    waiting = Match.objects.filter(
        call=call_id, gives=Gives.QUADRATIC, state__in=(MatchState.OFFERED, MatchState.LOCKED)
    )
    matches = list(
        waiting
        .select_related("campaign")
        .order_by("campaign_id", "position")
        .select_for_update(of=("self",))
    )
    # After the matches, as every evaluation takes them: its trigger asks for the call's row.
    call = Call.objects.select_for_update(of=("self",)).get(pk=call_id)
    if call.state != CallState.CLOSED or any(match.closes_at >= at for match in matches):
        raise CallIsStillOpen(str(call))
    locked = [match for match in matches if match.state == MatchState.LOCKED]
    shares = shares_of(call, locked)
    for match in matches:
        share = shares.get(match.pk, 0)
        match.reserved_minor = share
        take(match, _state(match, share), share, at=at)
    return matches


def _state(match: Match, share: int) -> MatchState:
    if match.state == MatchState.OFFERED:
        return MatchState.WITHDRAWN
    return MatchState.UNLOCKED if share else MatchState.MISSED

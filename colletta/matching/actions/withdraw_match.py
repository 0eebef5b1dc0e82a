"""A campaign leaves a call before its match unlocked."""

from datetime import datetime

from django.db import transaction

from colletta.matching.models import Match, MatchState
from colletta.matching.steps import take


class MatchIsOn(Exception):
    """People gave what it takes, or the match is over: nobody may leave any more."""


@transaction.atomic
def withdraw_match(*, match_id: int, at: datetime) -> Match:
    """The match is *withdrawn* and what was reserved for it is free. Raises MatchIsOn."""
    match = (
        Match.objects.select_related("campaign").select_for_update(of=("self",)).get(pk=match_id)
    )
    if match.state == MatchState.WITHDRAWN:
        return match
    if match.state not in (MatchState.OFFERED, MatchState.LOCKED):
        raise MatchIsOn(str(match))
    take(match, MatchState.WITHDRAWN, match.reserved_minor, at=at)
    return match

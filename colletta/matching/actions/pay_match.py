"""A partner paid what a match added, straight to the owner of the campaign."""

from datetime import datetime

from django.db import transaction

from colletta.matching.models import Match, MatchState
from colletta.matching.steps import take


class NothingIsOwed(Exception):
    """The match is not confirmed: what it adds is not fixed yet, or will never be."""


@transaction.atomic
def pay_match(*, match_id: int, at: datetime) -> Match:
    """The match is *paid*, and the books have what came. A paid match stays as it is.

    Until then it is promised, not received. Raises NothingIsOwed, PostingRefused.
    """
    match = (
        Match.objects.select_related("campaign").select_for_update(of=("self",)).get(pk=match_id)
    )
    if match.state == MatchState.PAID:
        return match
    if match.state != MatchState.CONFIRMED:
        raise NothingIsOwed(str(match))
    take(match, MatchState.PAID, match.reserved_minor, at=at)
    return match

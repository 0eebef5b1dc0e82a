"""The steps of a match in the books: what was committed, what is owed, what came.

The partner pays the owner directly, so these are memo accounts: no money of the site moves.
"""

from datetime import datetime

from colletta.ledger.actions.post import post
from colletta.ledger.chart import (
    match_committed,
    match_offered,
    match_owed,
    match_receivable,
    match_received,
)
from colletta.ledger.moves import AccountRef, Move
from colletta.ledger.queries import balance_of
from colletta.matching.models import Match, MatchState
from colletta.money import Money

Accounts = tuple[AccountRef, AccountRef]


def book_step(match: Match, state: MatchState, minor: int, *, at: datetime) -> None:
    """The posting of one step, once; a step that moves nothing has none.

    Raises PostingRefused.
    """
    currency = match.campaign.currency
    moves = [
        Move(source, destination, Money(amount, currency))
        for (source, destination), amount in _moves(match, state, minor)
        if amount
    ]
    if moves:
        post(kind=KINDS[state], key=f"{match}:{state}", transfers=moves, occurred_at=at)


KINDS = {
    MatchState.UNLOCKED: "match_commitment",
    MatchState.CONFIRMED: "match_receivable",
    MatchState.PAID: "match_receipt",
    MatchState.MISSED: "match_release",
    MatchState.WITHDRAWN: "match_release",
}


def _moves(match: Match, state: MatchState, minor: int) -> list[tuple[Accounts, int]]:
    currency = match.campaign.currency
    offered, committed = match_offered(match.pk, currency), match_committed(match.pk, currency)
    owed, receivable = match_owed(match.pk, currency), match_receivable(match.pk, currency)
    if state == MatchState.UNLOCKED:
        return [((offered, committed), minor)]
    if state == MatchState.PAID:
        return [((owed, receivable), minor), ((offered, match_received(match.pk, currency)), minor)]
    # Whatever was committed is so no more: it is owed as it was fixed, or set free.
    undone = ((committed, offered), balance_of(committed).minor)
    if state == MatchState.CONFIRMED:
        return [undone, ((receivable, owed), minor)]
    return [undone] if state in (MatchState.MISSED, MatchState.WITHDRAWN) else []

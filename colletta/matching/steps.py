"""A match takes a step: its state, its row, its posting, its fact, all in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import IntegrityError, transaction

from colletta.history.actions.record import record
from colletta.matching.booking import book_step
from colletta.matching.models import LIVE_MATCHES, Match, MatchState, Step


class PoolCannotBear(Exception):
    """What the match may cost is more than what is left of its call's pool."""


class MatchRefused(ValueError):
    """The match breaks a rule that the database holds: its name is the only argument."""


def begin(match: Match, *, at: datetime) -> Match:
    """A new match is offered, and the most it can cost is reserved.

    Raises PoolCannotBear, MatchRefused; nothing is written then.
    """
    with refused_in_words():
        match.save(force_insert=True)
    _tell(match, MatchState.OFFERED, match.reserved_minor, at=at)
    return match


def take(match: Match, state: MatchState, minor: int, *, at: datetime) -> None:
    """The match, whose row is locked, reaches `state`; `minor` is the sum of the step.

    What is no longer needed of its reservation is free again. Raises PostingRefused.
    """
    match.state = state
    if state not in LIVE_MATCHES:
        match.reserved_minor = minor if state in (MatchState.CONFIRMED, MatchState.PAID) else 0
    match.save(update_fields=["state", "reserved_minor"])
    book_step(match, state, minor, at=at)
    _tell(match, state, minor, at=at)


def _tell(match: Match, state: MatchState, minor: int, *, at: datetime) -> None:
    Step.objects.create(
        match=match, state=state, at=at, amount_minor=minor, rule_version=match.rule_version
    )
    details = {"campaign": match.campaign_id, "call": match.call_id}
    record(f"match.{state}", about=str(match), details=details, at=at)


@contextmanager
def refused_in_words() -> Iterator[None]:
    """Nothing inside is written where the database refuses any of it. Raises as `begin` does."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as refusal:
        raise _meaning(refusal) from refusal


def _meaning(refusal: IntegrityError) -> Exception:
    """The refusal of the database in the words of this room."""
    broken = getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", None) or ""
    if broken == "a_pool_is_never_over_promised":
        return PoolCannotBear()
    return MatchRefused(broken) if broken else refusal

"""F50: a threshold that many gifts cross in the same moment releases its match once."""

import threading
from collections.abc import Callable

import pytest
from django.db import DatabaseError, IntegrityError, connections, transaction

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.chart import match_committed
from colletta.ledger.models import Posting
from colletta.ledger.queries import balance_of
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.models import Match, MatchState
from colletta.matching.steps import take
from colletta.payments.actions.capture_payment import capture_payment
from tests.cast import eur, live_campaign, match_of_delta, pledge_of_bruno
from tests.closing import closing_check
from tests.database import Database

GIFTS, THREADS = 100, 8


def at_once(times: int, act: Callable[[int], None]) -> list[Exception]:
    """`act(0)` to `act(times - 1)` in threads that begin together; what they raised."""
    start, raised = threading.Barrier(times), list[Exception]()

    def run(number: int) -> None:
        start.wait(90)
        try:
            act(number)
        except (AssertionError, DatabaseError, ValueError) as error:
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return raised


def releases(match: Match) -> tuple[int, int, int]:
    """How often it was written, told and booked that the match unlocked."""
    return (
        match.steps.filter(state="unlocked").count(),
        Fact.objects.filter(kind="match.unlocked", about=str(match)).count(),
        Posting.objects.filter(kind="match_commitment").count(),
    )


def test_F50_a_hundred_gifts_over_the_threshold_release_it_once(fresh_database: Database) -> None:
    match = match_of_delta(live_campaign())
    payments = [
        pledge_of_bruno(match.campaign, "10.00", email=f"b{number}@posta.example")[1]
        for number in range(GIFTS)
    ]

    def give(thread: int) -> None:
        for payment in payments[thread::THREADS]:
            capture_payment(payment_id=payment.pk, at=now())
            evaluate_matches(campaign_id=match.campaign_id, at=now())

    assert at_once(THREADS, give) == []
    match.refresh_from_db()
    assert (match.state, releases(match)) == ("unlocked", (1, 1, 1))
    # It was unlocked by one of the gifts: the fiftieth or, where two came in between, a later one.
    committed = balance_of(match_committed(match.pk, "EUR"))
    assert eur("0.00") <= committed <= eur("500.00")
    assert committed.minor == match.steps.get(state="unlocked").amount_minor
    closing_check()


@pytest.mark.parametrize("guarded", [True, False])
def test_F50_whoever_reads_without_a_lock_is_refused_by_the_unique_step(
    fresh_database: Database, *, guarded: bool
) -> None:
    """The negative control: without that guard everybody who read "locked" releases the match."""
    match = match_of_delta(live_campaign())
    if not guarded:
        with fresh_database.connect("owner", autocommit=True) as owner:
            owner.execute("ALTER TABLE matching_step DROP CONSTRAINT one_step_per_state")
    read, at = threading.Barrier(4), now()  # at one instant: the books take it for one posting

    def release(_: int) -> None:
        seen = Match.objects.select_related("campaign").get(pk=match.pk)
        read.wait(90)
        if seen.state == MatchState.LOCKED:
            with transaction.atomic():
                take(seen, MatchState.UNLOCKED, 1, at=at)

    raised = at_once(4, release)
    assert [type(error) for error in raised] == ([IntegrityError] * 3 if guarded else [])
    written, told, _ = releases(match)
    assert written == told == (1 if guarded else 4)

"""F51: two admissions on a pool that bears one."""

import threading

import pytest
from django.db import transaction

from colletta.history.clock import now
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.models import Application, Call, Match
from colletta.matching.offering import match_under
from colletta.matching.steps import PoolCannotBear, begin
from tests.cast import approved_campaign
from tests.database import Database
from tests.matching.calls import call_of_delta
from tests.matching.teams import application_of, dora
from tests.matching.test_gifts_at_once import at_once


def two_applications() -> list[Application]:
    call = call_of_delta(pool_minor=60_000)
    campaigns = [approved_campaign(slug=slug) for slug in ("orto-uno", "orto-due")]
    return [application_of(campaign, call) for campaign in campaigns]


def test_F51_of_two_admissions_at_once_the_pool_bears_one(fresh_database: Database) -> None:
    made, person = two_applications(), dora()
    refused: list[int] = []

    def admit(number: int) -> None:
        try:
            admit_campaign(application_id=made[number].pk, by_id=person.pk, at=now())
        except PoolCannotBear:
            refused.append(number)

    assert at_once(2, admit) == []
    states = sorted(Application.objects.values_list("state", flat=True))
    assert (len(refused), states) == (1, ["admitted", "made"])
    assert (Match.objects.count(), Call.objects.get().reserved_minor) == (1, 50_000)


@pytest.mark.parametrize("guarded", [True, False])
def test_F51_whoever_looks_first_and_writes_then_is_refused_by_the_pool(
    fresh_database: Database, *, guarded: bool
) -> None:
    """The negative control: without the check both that saw room in the pool are let in."""
    made = two_applications()
    if not guarded:
        with fresh_database.connect("owner", autocommit=True) as owner:
            owner.execute("ALTER TABLE matching_call DROP CONSTRAINT a_pool_is_never_over_promised")
    read, refused = threading.Barrier(2), list[int]()

    def look_and_admit(number: int) -> None:
        call = Call.objects.get()
        room = call.pool_minor - call.reserved_minor
        read.wait(90)
        if room < 50_000:
            return
        try:
            with transaction.atomic():
                begin(match_under(call.rule, made[number].campaign), at=now())
        except PoolCannotBear:
            refused.append(number)

    assert at_once(2, look_and_admit) == []
    assert (len(refused), Match.objects.count()) == ((1, 1) if guarded else (0, 2))

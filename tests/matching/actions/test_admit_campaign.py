"""A partner admits a campaign, whose most is reserved from the pool."""

from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.close_call import CallIsNotOpen, close_call
from colletta.matching.deciding import AlreadyDecided
from colletta.matching.models import Application, Call, Match
from colletta.matching.steps import PoolCannotBear
from tests.cast import approved_campaign
from tests.matching.calls import call_of_delta
from tests.matching.teams import application_of, dora

pytestmark = pytest.mark.django_db


def admitted(application: Application) -> Application:
    return admit_campaign(application_id=application.pk, by_id=dora().pk, at=now())


def test_an_admitted_campaign_has_its_match_and_the_pool_is_reserved() -> None:
    made = admitted(application_of(approved_campaign(), call_of_delta()))
    assert made.match is not None
    assert (made.state, made.match.state, made.match.reserved_minor) == (
        "admitted",
        "offered",
        50_000,
    )
    assert Call.objects.get().reserved_minor == 50_000
    assert Fact.objects.filter(kind="application.admitted").count() == 1


def test_what_the_pool_cannot_bear_is_refused_and_the_application_waits() -> None:
    made = application_of(approved_campaign(), call_of_delta(pool_minor=49_999))
    with pytest.raises(PoolCannotBear):
        admitted(made)
    made.refresh_from_db()
    assert (made.state, Match.objects.count()) == ("made", 0)


def test_an_application_is_decided_once() -> None:
    made = application_of(approved_campaign(), call_of_delta())
    admitted(made)
    with pytest.raises(AlreadyDecided):
        admitted(made)
    assert Match.objects.count() == 1


def test_a_closed_call_admits_nobody() -> None:
    call = call_of_delta()
    made = application_of(approved_campaign(), call)
    close_call(call_id=call.pk, by_id=None, at=now())
    with pytest.raises(CallIsNotOpen):
        admitted(made)


def test_a_call_whose_window_is_over_admits_nobody() -> None:
    call = call_of_delta()
    made = application_of(approved_campaign(), call)
    Call.objects.filter(pk=call.pk).update(closes_at=now() - timedelta(seconds=1))
    with pytest.raises(CallIsNotOpen):
        admitted(made)

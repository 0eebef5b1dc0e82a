"""A campaign takes its application back, or leaves."""

import pytest

from colletta.history.clock import now
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.decline_application import decline_application
from colletta.matching.actions.withdraw_application import withdraw_application
from colletta.matching.actions.withdraw_match import MatchIsOn
from colletta.matching.deciding import AlreadyDecided
from colletta.matching.models import Application, Call
from tests.cast import ada, gift_of_bruno, live_campaign
from tests.matching.calls import call_of_delta
from tests.matching.steps import looked_at
from tests.matching.teams import application_of, dora

pytestmark = pytest.mark.django_db


def withdrawn(application: Application) -> Application:
    return withdraw_application(application_id=application.pk, by_id=ada().pk, at=now())


def test_leaving_sets_the_reservation_free() -> None:
    made = application_of(live_campaign(), call_of_delta())
    match = admit_campaign(application_id=made.pk, by_id=dora().pk, at=now()).match
    assert (withdrawn(made).state, withdrawn(made).state) == ("withdrawn", "withdrawn")
    assert match is not None
    match.refresh_from_db()
    assert (match.state, Call.objects.get().reserved_minor) == ("withdrawn", 0)


def test_nobody_leaves_once_people_gave_what_it_takes() -> None:
    made = application_of(live_campaign(), call_of_delta())
    match = admit_campaign(application_id=made.pk, by_id=dora().pk, at=now()).match
    assert match is not None
    gift_of_bruno(made.campaign, "500.00")
    looked_at(match)
    with pytest.raises(MatchIsOn):
        withdrawn(made)
    made.refresh_from_db()
    assert made.state == "admitted"


def test_a_declined_application_stays_declined() -> None:
    made = application_of(live_campaign(), call_of_delta())
    decline_application(application_id=made.pk, by_id=dora().pk, reason="No.", at=now())
    with pytest.raises(AlreadyDecided):
        withdrawn(made)

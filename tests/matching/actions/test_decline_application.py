"""A partner does not admit a campaign."""

import pytest

from colletta.history.clock import now
from colletta.matching.actions.decline_application import decline_application
from colletta.matching.deciding import AlreadyDecided
from colletta.matching.models import Application, Match
from tests.cast import approved_campaign
from tests.matching.calls import call_of_delta
from tests.matching.teams import application_of, dora

pytestmark = pytest.mark.django_db


def declined(application: Application) -> Application:
    return decline_application(
        application_id=application.pk, by_id=dora().pk, reason="Too far away.", at=now()
    )


def test_a_declined_application_has_its_reason_and_no_match() -> None:
    made = declined(application_of(approved_campaign(), call_of_delta()))
    assert (made.state, made.reason, Match.objects.count()) == ("declined", "Too far away.", 0)


def test_it_is_declined_once() -> None:
    made = declined(application_of(approved_campaign(), call_of_delta()))
    with pytest.raises(AlreadyDecided):
        declined(made)

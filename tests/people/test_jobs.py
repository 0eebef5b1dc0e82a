"""Sessions that are over leave nothing behind."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from colletta.history.clock import now
from colletta.people.jobs import forget_sessions

pytestmark = pytest.mark.django_db


def test_a_session_that_ran_out_is_forgotten_and_another_stays() -> None:
    for key, days in (("over", -1), ("open", 1)):
        until = now() + timedelta(days=days)
        Session.objects.create(session_key=key, session_data="", expire_date=until)
    forget_sessions(timestamp=0)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]

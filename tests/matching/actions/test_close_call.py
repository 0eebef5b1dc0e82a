"""A call takes no more campaigns."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.matching.actions.close_call import CallIsNotOpen, close_call
from colletta.matching.models import CallState
from tests.matching.calls import call_of_delta
from tests.matching.teams import dora

pytestmark = pytest.mark.django_db


def test_a_call_closes_once() -> None:
    call = call_of_delta()
    for _ in range(2):
        assert close_call(call_id=call.pk, by_id=dora().pk, at=now()).state == "closed"
    assert Fact.objects.filter(kind="call.closed").count() == 1


def test_a_draft_cannot_close() -> None:
    with pytest.raises(CallIsNotOpen):
        close_call(call_id=call_of_delta(state=CallState.DRAFT).pk, by_id=None, at=now())

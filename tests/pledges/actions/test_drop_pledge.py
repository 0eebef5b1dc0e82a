"""A promise ends without money."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.pledges.actions.drop_pledge import drop_pledge
from tests.cast import gift_of_bruno, live_campaign, promise_of_bruno

pytestmark = pytest.mark.django_db


def test_a_promise_is_dropped_once() -> None:
    pledge = promise_of_bruno(live_campaign(type="all-or-nothing"))
    drop_pledge(pledge_id=pledge.pk, at=now())
    assert drop_pledge(pledge_id=pledge.pk, at=now()).state == "dropped"
    assert Fact.objects.filter(kind="pledge.dropped").count() == 1


def test_a_gift_cannot_be_dropped() -> None:
    pledge = gift_of_bruno(live_campaign())
    assert drop_pledge(pledge_id=pledge.pk, at=now()).state == "confirmed"

"""The money of a pledge is authorised."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.models import Posting
from colletta.pledges.actions.promise_pledge import promise_pledge
from tests.cast import live_campaign, promise_of_bruno

pytestmark = pytest.mark.django_db


def test_a_promise_is_not_money() -> None:
    pledge = promise_of_bruno(live_campaign(type="all-or-nothing"))
    assert (pledge.state, pledge.net_minor) == ("promised", 0)
    assert not Posting.objects.exists()


def test_promising_again_changes_nothing() -> None:
    pledge = promise_of_bruno(live_campaign(type="all-or-nothing"))
    promise_pledge(pledge_id=pledge.pk, at=now())
    assert Fact.objects.filter(kind="pledge.promised").count() == 1

"""The money of a pledge is authorised."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.models import Posting
from colletta.pledges.actions.promise_pledge import promise_pledge
from colletta.pledges.window import CampaignIsNotOpen
from tests.cast import let_the_closing_come, live_campaign, pledge_of_bruno, promise_of_bruno

pytestmark = pytest.mark.django_db


def test_a_promise_is_not_money() -> None:
    pledge = promise_of_bruno(live_campaign(type="all-or-nothing"))
    assert (pledge.state, pledge.net_minor) == ("promised", 0)
    assert not Posting.objects.exists()


def test_promising_again_changes_nothing() -> None:
    pledge = promise_of_bruno(live_campaign(type="all-or-nothing"))
    promise_pledge(pledge_id=pledge.pk, at=now())
    assert Fact.objects.filter(kind="pledge.promised").count() == 1


def test_a_promise_authorised_after_the_closing_is_refused() -> None:
    campaign = live_campaign(type="all-or-nothing")
    pledge, payment = pledge_of_bruno(campaign)
    let_the_closing_come(campaign)
    with pytest.raises(CampaignIsNotOpen):
        promise_pledge(pledge_id=pledge.pk, at=now())
    pledge.refresh_from_db()
    payment.refresh_from_db()
    assert (pledge.state, payment.state) == ("pending", "intended")

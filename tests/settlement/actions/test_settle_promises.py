"""After the closing each promise is collected or dropped."""

import pytest

from colletta.history.clock import now
from colletta.pledges.models import Pledge
from colletta.settlement.actions.begin_closing import begin_closing
from colletta.settlement.actions.settle_promises import settle_promises
from tests.cast import let_the_closing_come, live_campaign, promise_of_bruno

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("target", "state"), [(4000, "confirmed"), (4001, "dropped")])
def test_reached_collects_missed_drops(target: int, state: str) -> None:
    campaign = _closing(target)
    assert settle_promises(campaign_id=campaign.pk, at=now()) == 2
    assert set(Pledge.objects.values_list("state", flat=True)) == {state}
    assert settle_promises(campaign_id=campaign.pk, at=now()) == 0


def test_an_open_campaign_settles_nothing() -> None:
    campaign = live_campaign(type="all-or-nothing")
    promise_of_bruno(campaign)
    assert settle_promises(campaign_id=campaign.pk, at=now()) == 0
    assert Pledge.objects.get().state == "promised"


def _closing(target: int):
    campaign = live_campaign(type="all-or-nothing", target_minor=target)
    promise_of_bruno(campaign, "20.00")
    promise_of_bruno(campaign, "20.00", email="lia@posta.example")
    let_the_closing_come(campaign)
    return begin_closing(campaign_id=campaign.pk, at=now())

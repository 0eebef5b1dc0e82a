"""The deadline freezes what stands."""

import pytest

from colletta.campaigns.models import Closure
from colletta.history.clock import now
from colletta.settlement.actions.begin_closing import CampaignIsStillOpen, begin_closing
from tests.cast import gift_of_bruno, let_the_closing_come, live_campaign, promise_of_bruno

pytestmark = pytest.mark.django_db


def test_the_closing_waits_for_the_deadline() -> None:
    campaign = live_campaign()
    with pytest.raises(CampaignIsStillOpen):
        begin_closing(campaign_id=campaign.pk, at=now())
    assert not Closure.objects.exists()


def test_what_was_raised_is_frozen() -> None:
    campaign = live_campaign(target_minor=3000)
    gift_of_bruno(campaign, "20.00")
    let_the_closing_come(campaign)
    begin_closing(campaign_id=campaign.pk, at=now())
    closure = Closure.objects.get()
    assert (closure.raised_minor, closure.promised_minor, closure.reached) == (2000, 0, False)
    assert closure.supporters == 1


def test_promises_reach_the_target_of_all_or_nothing() -> None:
    campaign = live_campaign(type="all-or-nothing", target_minor=2000)
    promise_of_bruno(campaign, "20.00")
    let_the_closing_come(campaign)
    begin_closing(campaign_id=campaign.pk, at=now())
    assert begin_closing(campaign_id=campaign.pk, at=now()).state == "closing"
    closure = Closure.objects.get()
    assert (closure.promised_minor, closure.reached) == (2000, True)

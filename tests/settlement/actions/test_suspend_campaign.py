"""A campaign is paused."""

import pytest

from colletta.campaigns.models import Campaign, State
from colletta.history.clock import now
from colletta.settlement.actions.close_campaign import close_campaign
from colletta.settlement.actions.suspend_campaign import NothingToSuspend, suspend_campaign
from tests.cast import let_the_closing_come, live_campaign

pytestmark = pytest.mark.django_db


def test_a_live_campaign_is_suspended_and_twice_is_once() -> None:
    campaign = live_campaign()
    for _ in range(2):
        suspend_campaign(campaign_id=campaign.pk, by="person:1", at=now())
    campaign.refresh_from_db()
    assert campaign.state == State.SUSPENDED
    assert Campaign.objects.public().filter(pk=campaign.pk).exists()


def test_one_that_is_over_cannot_be_paused() -> None:
    campaign = live_campaign()
    let_the_closing_come(campaign)
    close_campaign(campaign_id=campaign.pk, at=now())
    with pytest.raises(NothingToSuspend):
        suspend_campaign(campaign_id=campaign.pk, by="person:1", at=now())

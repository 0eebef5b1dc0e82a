"""An approved campaign waits for its opening."""

import pytest

from colletta.history.models import Fact
from colletta.settlement.actions.schedule_campaign import schedule_campaign
from tests.cast import approved_campaign, live_campaign

pytestmark = pytest.mark.django_db


def test_an_approved_campaign_is_scheduled_and_every_page_knows() -> None:
    campaign = approved_campaign()
    for _ in range(2):
        assert schedule_campaign(campaign_id=campaign.pk).state == "scheduled"
    assert Fact.objects.get(kind="campaign.scheduled").about == f"campaign:{campaign.pk}"


def test_a_live_campaign_stays_live() -> None:
    assert schedule_campaign(campaign_id=live_campaign().pk).state == "live"

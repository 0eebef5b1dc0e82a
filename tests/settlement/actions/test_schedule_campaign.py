"""An approved campaign waits for its opening."""

import pytest

from colletta.settlement.actions.schedule_campaign import schedule_campaign
from tests.cast import approved_campaign, live_campaign

pytestmark = pytest.mark.django_db


def test_an_approved_campaign_is_scheduled() -> None:
    assert schedule_campaign(campaign_id=approved_campaign().pk).state == "scheduled"


def test_a_live_campaign_stays_live() -> None:
    assert schedule_campaign(campaign_id=live_campaign().pk).state == "live"

"""The clock opens and closes campaigns without anyone looking."""

from datetime import timedelta

import pytest

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.settlement.actions.schedule_campaign import schedule_campaign
from colletta.settlement.jobs import keep_deadlines
from tests.cast import approved_campaign, let_the_closing_come, live_campaign

pytestmark = pytest.mark.django_db


def test_due_campaigns_open_and_close() -> None:
    opening = approved_campaign(slug="apre")
    schedule_campaign(campaign_id=opening.pk)
    later = approved_campaign(slug="dopo", opens_at=now() + timedelta(hours=1))
    schedule_campaign(campaign_id=later.pk)
    let_the_closing_come(live_campaign(slug="chiude"))
    keep_deadlines(timestamp=0)
    states = dict(Campaign.objects.values_list("slug", "state"))
    assert states == {"apre": "live", "dopo": "scheduled", "chiude": "ended"}

"""A paused campaign goes on."""

import pytest

from colletta.campaigns.models import State
from colletta.history.clock import now
from colletta.settlement.actions.resume_campaign import resume_campaign
from colletta.settlement.actions.suspend_campaign import suspend_campaign
from colletta.settlement.jobs import keep_deadlines
from tests.cast import gift_of_bruno, let_the_closing_come, live_campaign

pytestmark = pytest.mark.django_db


def test_it_is_live_again_and_takes_pledges() -> None:
    campaign = live_campaign()
    suspend_campaign(campaign_id=campaign.pk, by="person:1", at=now())
    again = resume_campaign(campaign_id=campaign.pk, by="person:1", at=now())
    assert again.state == State.LIVE
    assert gift_of_bruno(again).net_minor == 2_000


def test_a_deadline_that_came_meanwhile_is_kept_at_once() -> None:
    campaign = live_campaign()
    suspend_campaign(campaign_id=campaign.pk, by="person:1", at=now())
    let_the_closing_come(campaign)
    resume_campaign(campaign_id=campaign.pk, by="person:1", at=now())
    keep_deadlines(timestamp=0)
    campaign.refresh_from_db()
    assert campaign.state == State.ENDED


def test_a_campaign_that_is_not_paused_stays_as_it_is() -> None:
    campaign = live_campaign()
    assert resume_campaign(campaign_id=campaign.pk, by="person:1", at=now()).state == State.LIVE

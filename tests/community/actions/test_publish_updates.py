"""What was written for later appears."""

from datetime import timedelta

import pytest

from colletta.campaigns.models import Campaign, State
from colletta.community.actions.publish_updates import publish_updates
from colletta.community.jobs import publish_updates_that_are_due
from colletta.community.models import Update
from colletta.history.clock import now
from colletta.history.models import Fact
from tests.cast import live_campaign
from tests.community.news import update_of_ada

pytestmark = pytest.mark.django_db


def test_each_appears_once_when_its_time_has_come() -> None:
    update = update_of_ada(live_campaign(), publish_at=now() + timedelta(hours=1))
    assert publish_updates(at=update.published_at - timedelta(seconds=1)) == 0
    assert publish_updates(at=update.published_at) == 1
    assert publish_updates(at=update.published_at) == 0
    assert list(Update.objects.told()) == [update]
    assert Fact.objects.filter(kind="update.published").count() == 1


def test_A51_one_of_a_campaign_that_was_stopped_meanwhile_waits() -> None:
    campaign = live_campaign()
    update = update_of_ada(campaign, publish_at=now() + timedelta(hours=1))
    Campaign.objects.filter(pk=campaign.pk).update(state=State.SUSPENDED)
    assert publish_updates(at=update.published_at) == 0


def test_the_job_looks_each_minute() -> None:
    update = update_of_ada(live_campaign(), publish_at=now() + timedelta(hours=1))
    Update.objects.filter(pk=update.pk).update(published_at=now())
    publish_updates_that_are_due(timestamp=0)
    assert Update.objects.told().exists()

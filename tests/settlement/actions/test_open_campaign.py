"""A campaign opens at its opening, not before."""

from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact, StateChange
from colletta.settlement.actions.open_campaign import CampaignOpensLater, open_campaign
from tests.cast import approved_campaign

pytestmark = pytest.mark.django_db


def test_an_approved_campaign_opens_once() -> None:
    campaign = approved_campaign()
    open_campaign(campaign_id=campaign.pk, at=now())
    assert open_campaign(campaign_id=campaign.pk, at=now()).state == "live"
    assert Fact.objects.filter(kind="campaign.opened").count() == 1
    assert StateChange.objects.filter(subject="campaign", after="live").count() == 1


def test_it_does_not_open_early() -> None:
    campaign = approved_campaign(opens_at=now() + timedelta(minutes=1))
    with pytest.raises(CampaignOpensLater):
        open_campaign(campaign_id=campaign.pk, at=now())

"""A campaign is ended before its time."""

import pytest

from colletta.campaigns.models import Cancellation
from colletta.history.clock import now
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from colletta.settlement.actions.cancel_campaign import CampaignIsOver, cancel_campaign
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import let_the_closing_come, live_campaign, pledge_of_bruno, promise_of_bruno

pytestmark = pytest.mark.django_db


def test_the_reason_stays_and_promises_are_dropped() -> None:
    campaign = live_campaign(type="all-or-nothing")
    promise_of_bruno(campaign)
    pledge_of_bruno(campaign, email="lia@posta.example")
    cancel_campaign(campaign_id=campaign.pk, at=now(), reason="La sala non è più libera.")
    assert Cancellation.objects.get().reason == "La sala non è più libera."
    assert sorted(Pledge.objects.values_list("state", flat=True)) == ["dropped", "expired"]
    assert set(Payment.objects.values_list("state", flat=True)) == {"cancelled"}


def test_what_has_ended_cannot_be_cancelled() -> None:
    campaign = live_campaign()
    let_the_closing_come(campaign)
    close_campaign(campaign_id=campaign.pk, at=now())
    with pytest.raises(CampaignIsOver):
        cancel_campaign(campaign_id=campaign.pk, at=now())

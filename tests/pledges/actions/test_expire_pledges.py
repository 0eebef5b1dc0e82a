"""What was never paid ends with its campaign."""

import pytest

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.pledges.actions.expire_pledges import expire_pledges
from colletta.pledges.models import Pledge
from colletta.settlement.actions.begin_closing import begin_closing
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import gift_of_bruno, let_the_closing_come, live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_an_open_campaign_keeps_its_unpaid_pledges() -> None:
    campaign = live_campaign()
    _, payment = pledge_of_bruno(campaign)
    cancel_payment(payment_id=payment.pk, at=now())
    assert expire_pledges(campaign_id=campaign.pk, at=now()) == 0


def test_after_the_closing_only_what_is_under_way_is_waited_for() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign)
    unpaid, payment = pledge_of_bruno(campaign)
    waiting, _ = pledge_of_bruno(campaign)
    cancel_payment(payment_id=payment.pk, at=now())
    _begin(campaign)
    assert expire_pledges(campaign_id=campaign.pk, at=now()) == 1
    assert expire_pledges(campaign_id=campaign.pk, at=now()) == 0
    states = {"confirmed", "pending", "expired"}
    assert set(Pledge.objects.values_list("state", flat=True)) == states
    assert Pledge.objects.get(pk=waiting.pk).state == "pending"
    assert Fact.objects.get(kind="pledge.expired").about == str(unpaid)


def test_a_closing_ends_with_no_pledge_left_open() -> None:
    campaign = live_campaign()
    _, payment = pledge_of_bruno(campaign)
    cancel_payment(payment_id=payment.pk, at=now())
    let_the_closing_come(campaign)
    assert close_campaign(campaign_id=campaign.pk, at=now()).state == "ended"
    assert Pledge.objects.get().state == "expired"


def test_money_that_arrives_for_an_expired_pledge_makes_it_a_gift() -> None:
    campaign = live_campaign()
    _, payment = pledge_of_bruno(campaign)
    cancel_payment(payment_id=payment.pk, at=now())
    _begin(campaign)
    expire_pledges(campaign_id=campaign.pk, at=now())
    capture_payment(payment_id=payment.pk, at=now())
    assert Pledge.objects.get().state == "confirmed"


def _begin(campaign: Campaign) -> None:
    let_the_closing_come(campaign)
    begin_closing(campaign_id=campaign.pk, at=now())

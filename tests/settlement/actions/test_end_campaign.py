"""A campaign ends when nothing is left to wait for."""

import pytest

from colletta.history.clock import now
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.pledges.actions.expire_pledges import expire_pledges
from colletta.settlement.actions.begin_closing import begin_closing
from colletta.settlement.actions.end_campaign import end_campaign
from tests.cast import let_the_closing_come, live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def test_it_stays_closing_while_money_is_on_its_way() -> None:
    campaign = live_campaign()
    _, payment = pledge_of_bruno(campaign)
    let_the_closing_come(campaign)
    begin_closing(campaign_id=campaign.pk, at=now())
    assert end_campaign(campaign_id=campaign.pk, at=now()).state == "closing"
    cancel_payment(payment_id=payment.pk, at=now())
    expire_pledges(campaign_id=campaign.pk, at=now())
    assert end_campaign(campaign_id=campaign.pk, at=now()).state == "ended"


def test_an_open_campaign_does_not_end() -> None:
    assert end_campaign(campaign_id=live_campaign().pk, at=now()).state == "live"

"""Every purpose of a payment has somebody who books its money."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.payments import purposes
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.models import Payment
from colletta.pledges.purpose import PledgePurpose
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from tests.cast import live_campaign, pledge_of_bruno


def test_pledges_book_the_money_of_pledges() -> None:
    assert purposes.every_purpose_has_an_implementer() == []


def test_a_purpose_without_implementer_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purposes, "PURPOSES", ("pledge", "membership"))
    errors = purposes.every_purpose_has_an_implementer()
    assert [error.id for error in errors] == ["payments.E001"]
    assert "membership" in errors[0].msg


def test_an_unknown_purpose_cannot_be_announced() -> None:
    with pytest.raises(AssertionError):
        purposes.announce("lottery", PledgePurpose())


@pytest.mark.django_db
def test_the_page_is_told_of_money_that_no_pledge_can_take() -> None:
    campaign = live_campaign()
    _, payment = pledge_of_bruno(campaign)
    Payment.objects.update(state="processing")
    cancel_campaign(campaign_id=campaign.pk, at=now())
    told = Fact.objects.filter(kind="pledge.payment_moved", details={"campaign": campaign.pk})
    before = told.count()
    capture_payment(payment_id=payment.pk, at=now())
    assert told.count() == before + 1

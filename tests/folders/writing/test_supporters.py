"""Gifts as rows of supporters.csv."""

import csv
from datetime import timedelta
from io import StringIO

import pytest

from colletta.campaigns.models import Campaign
from colletta.folders.writing.supporters import supporters_file
from colletta.history.clock import now
from colletta.money import Money
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.capture_payment import capture_payment
from colletta.payments.actions.intend_payment import intend_payment
from colletta.pledges.models import Pledge
from tests.cast import gift_of_bruno, live_campaign, pledge_of_bruno

pytestmark = pytest.mark.django_db


def rows(campaign: Campaign) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(supporters_file(campaign))))


def test_without_gifts_there_is_no_file() -> None:
    assert supporters_file(live_campaign()) == ""


def test_a_gift_is_a_row_with_its_method_and_instant() -> None:
    campaign = live_campaign()
    gift = gift_of_bruno(
        campaign, "20.00", method="paypal", show_name=True, message="Forza, *tutt*!"
    )
    (row,) = rows(campaign)
    assert (row["name"], row["email"], row["amount"]) == ("Bruno", "bruno@posta.example", "20.00")
    assert (row["method"], row["show_name"], row["show_amount"]) == ("paypal", "yes", "no")
    assert (row["state"], row["message"]) == ("confirmed", "Forza, *tutt*!")
    assert gift.confirmed_at is not None
    assert row["at"] == gift.confirmed_at.isoformat()


def test_a_pledge_without_money_is_no_row() -> None:
    campaign = live_campaign()
    pledge_of_bruno(campaign)
    assert rows(campaign) == []


def test_a_gift_that_was_given_back_in_part_is_what_is_left() -> None:
    campaign = live_campaign()
    gift = gift_of_bruno(campaign, "20.00")
    Pledge.objects.filter(pk=gift.pk).update(net_minor=1500)
    assert [row["amount"] for row in rows(campaign)] == ["15.00"]


def test_a_gift_has_the_method_of_the_payment_that_brought_its_money() -> None:
    campaign = live_campaign()
    pledge, first = pledge_of_bruno(campaign, method="card")
    cancel_payment(payment_id=first.pk, at=now())
    second = intend_payment(
        purpose="pledge",
        purpose_id=pledge.pk,
        amount=Money(2000, "EUR"),
        method="sepa_debit",
        provider="recorded",
    )
    cancel_payment(payment_id=second.pk, at=now())
    capture_payment(payment_id=first.pk, at=now())
    assert [row["method"] for row in rows(campaign)] == ["card"]


def test_money_that_came_after_the_closing_is_told_by_its_pledge() -> None:
    campaign = live_campaign()
    pledge, payment = pledge_of_bruno(campaign)
    capture_payment(payment_id=payment.pk, at=now())
    Campaign.objects.filter(pk=campaign.pk).update(
        closes_at=pledge.made_at + timedelta(microseconds=1)
    )
    campaign.refresh_from_db()
    assert [row["at"] for row in rows(campaign)] == [pledge.made_at.isoformat()]

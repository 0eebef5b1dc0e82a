"""A supporter gives up a pledge that is not paid."""

from uuid import uuid4

import pytest

from colletta.history.clock import now
from colletta.ledger.actions.freeze import freeze
from colletta.ledger.actions.thaw import thaw
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.pledges.actions.withdraw_pledge import PledgeStays, withdraw_pledge
from tests.cast import gift_of_bruno, live_campaign, pledge_of_bruno
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import started


def test_an_unpaid_pledge_is_withdrawn_and_its_form_is_free(
    company: Company, fresh_database: Database
) -> None:
    campaign, key = live_campaign(), uuid4()
    pledge, payment = pledge_of_bruno(campaign, provider="sandbox", form_key=key)
    withdraw_pledge(pledge_id=pledge.pk, at=now())
    assert withdraw_pledge(pledge_id=pledge.pk, at=now()).state == "withdrawn"
    payment.refresh_from_db()
    assert payment.state == "cancelled"
    other, _ = pledge_of_bruno(campaign, "50.00", form_key=key)
    assert other != pledge


def test_its_payment_can_no_longer_be_paid(company: Company, fresh_database: Database) -> None:
    payment = started(company)
    withdraw_pledge(pledge_id=payment.purpose_id, at=now())
    assert company.provider().fetch(str(payment.provider_object)).state == "cancelled"


def test_a_pledge_that_was_paid_meanwhile_stays_and_becomes_a_gift(
    company: Company, fresh_database: Database
) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    with pytest.raises(PledgeStays):
        withdraw_pledge(pledge_id=payment.purpose_id, at=now())
    assert refresh_payment(payment_id=payment.pk, at=now()).state == "captured"


def test_a_pledge_whose_provider_does_not_answer_stays(
    company: Company, fresh_database: Database
) -> None:
    payment = started(company)
    company.break_next("down", "payments.cancel", "payments.read", times=2)
    with pytest.raises(PledgeStays):
        withdraw_pledge(pledge_id=payment.purpose_id, at=now())


def test_a_gift_stays(fresh_database: Database) -> None:
    with pytest.raises(PledgeStays):
        withdraw_pledge(pledge_id=gift_of_bruno(live_campaign()).pk, at=now())


def test_money_that_was_quicker_and_cannot_be_booked_now_keeps_the_pledge(
    company: Company, fresh_database: Database
) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    freeze(reason="a balance has drifted")
    with pytest.raises(PledgeStays):
        withdraw_pledge(pledge_id=payment.purpose_id, at=now())
    thaw(reason="the balance was restored")
    assert refresh_payment(payment_id=payment.pk, at=now()).state == "captured"

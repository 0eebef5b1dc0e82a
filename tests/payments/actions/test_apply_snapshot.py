"""A provider is believed only where it speaks of what we asked for."""

from dataclasses import replace
from typing import Any

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.models import Posting
from colletta.payments.actions.apply_snapshot import apply_snapshot
from colletta.payments.models import Mismatch, Payment, State
from colletta.payments.providers.contract import Snapshot
from colletta.pledges.models import Pledge
from tests.cast import eur
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import started

WRONG: dict[str, dict[str, Any]] = {
    "account": {"account": "acct_of_somebody_else"},
    "mode": {"live": True},
    "reference": {"reference": "payment:1"},
    "object": {"object_id": "pay_another"},
    "amount": {"amount": eur("19.99")},
    "captured": {"captured": eur("19.99")},
    "refunded": {"refunded": eur("20.01")},
}


@pytest.mark.parametrize("difference", WRONG)
def test_F23_F24_what_differs_is_parked_and_not_booked(
    fresh_database: Database, company: Company, difference: str
) -> None:
    payment = started(company)
    snapshot = replace(_paid(company, payment), **WRONG[difference])
    for _ in range(2):
        apply_snapshot(payment_id=payment.pk, snapshot=snapshot, at=now())
    parked = Mismatch.objects.get()
    assert difference in parked.said["differs"]
    assert Fact.objects.filter(kind="payment.mismatched").count() == 1
    assert Payment.objects.get().state == "started"
    assert Pledge.objects.get().state == "pending"
    assert not Posting.objects.exists()


def test_the_same_snapshot_twice_changes_nothing(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    snapshot = _paid(company, payment)
    for _ in range(3):
        apply_snapshot(payment_id=payment.pk, snapshot=snapshot, at=now())
    assert Posting.objects.count() == 1


@pytest.mark.parametrize("late", [State.STARTED, State.PROCESSING, State.REFUSED, State.EXPIRED])
def test_F26_what_has_ended_is_not_left_again(
    fresh_database: Database, company: Company, late: State
) -> None:
    payment = started(company)
    paid = _paid(company, payment)
    apply_snapshot(payment_id=payment.pk, snapshot=paid, at=now())
    apply_snapshot(payment_id=payment.pk, snapshot=replace(paid, state=late), at=now())
    assert Payment.objects.get().state == "captured"
    assert Pledge.objects.get().state == "confirmed"


def test_F23_more_going_back_than_arrived_is_parked(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    paid = _paid(company, payment)
    apply_snapshot(payment_id=payment.pk, snapshot=paid, at=now())
    beyond = replace(paid, refunded=eur("20.01"))
    apply_snapshot(payment_id=payment.pk, snapshot=beyond, at=now())
    assert Mismatch.objects.get().said["differs"] == ["refunded"]
    assert Pledge.objects.get().net == eur("20.00")


def _paid(company: Company, payment: Payment) -> Snapshot:
    company.press(str(payment.provider_object), "pay")
    return company.provider().fetch(str(payment.provider_object))


def test_the_page_is_told_of_money_on_its_way_and_no_longer(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    for button in ("pend", "fail"):
        company.press(str(payment.provider_object), button)
        snapshot = company.provider().fetch(str(payment.provider_object))
        apply_snapshot(payment_id=payment.pk, snapshot=snapshot, at=now())
    told = Fact.objects.filter(kind="pledge.payment_moved")
    campaign = Pledge.objects.get().campaign_id
    assert [fact.details for fact in told] == [{"campaign": campaign}] * 2

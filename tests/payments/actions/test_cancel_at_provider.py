"""A payment is taken back at its provider, and what it says is believed."""

import pytest
from django.db import transaction

from colletta.history.clock import now
from colletta.ledger.checks import check_books
from colletta.payments.actions.cancel_at_provider import cancel_at_provider
from colletta.payments.actions.start_payment import CallInsideTransaction
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import intended, started

LOST_ANSWERS = ["error_after", "reset_after", "error_before", "unavailable"]


def test_nobody_can_pay_it_any_more(fresh_database: Database, company: Company) -> None:
    payment = started(company)
    assert _cancel(payment).state == "cancelled"
    assert _cancel(payment).state == "cancelled"
    assert _at_company(company, payment) == "cancelled"


def test_money_that_was_quicker_is_a_gift(fresh_database: Database, company: Company) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    assert _cancel(payment).state == "captured"
    assert Pledge.objects.get().state == "confirmed"
    assert all(result.holds for result in check_books())


@pytest.mark.parametrize("fault", LOST_ANSWERS)
def test_F4_a_lost_answer_is_read_and_never_assumed(
    fresh_database: Database, company: Company, fault: str
) -> None:
    payment = started(company)
    company.break_next(fault, "payments.cancel")
    there = {"cancelled": "cancelled", "started": "created"}
    state = _cancel(payment).state
    assert _at_company(company, payment) == there[state]
    assert (state == "cancelled") == fault.endswith("_after")


def test_a_payment_that_nobody_heard_of_is_over(fresh_database: Database, company: Company) -> None:
    assert _cancel(intended(company)).state == "cancelled"


def test_a_provider_is_never_called_inside_a_transaction(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    with pytest.raises(CallInsideTransaction), transaction.atomic():
        _cancel(payment)


def _cancel(payment: Payment) -> Payment:
    return cancel_at_provider(payment_id=payment.pk, at=now())


def _at_company(company: Company, payment: Payment) -> str:
    return str(company.ask("GET", f"/v1/payments/{payment.provider_object}")["status"])

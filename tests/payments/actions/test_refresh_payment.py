"""What the provider says becomes what we know."""

import pytest
from django.db import transaction

from colletta.history.clock import now
from colletta.ledger.checks import check_books
from colletta.ledger.models import Posting
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.actions.start_payment import CallInsideTransaction
from colletta.payments.models import Payment
from colletta.payments.providers.contract import OutcomeUnknown
from colletta.pledges.models import Pledge
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import intended, start, started

OUTCOMES = {
    "pay": ("captured", "confirmed"),
    "decline": ("refused", "pending"),
    "authenticate": ("action_needed", "pending"),
    "pend": ("processing", "pending"),
    "cancel": ("cancelled", "pending"),
}


@pytest.mark.parametrize("button", OUTCOMES)
def test_each_outcome_is_applied(fresh_database: Database, company: Company, button: str) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), button)
    _refresh(payment)
    assert (Payment.objects.get().state, Pledge.objects.get().state) == OUTCOMES[button]
    assert all(result.holds for result in check_books())


def test_a_payment_that_settles_later_is_booked_once(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pend")
    _refresh(payment)
    company.press(str(payment.provider_object), "settle")
    _refresh(payment)
    _refresh(payment)
    assert Posting.objects.count() == 1
    assert Pledge.objects.get().state == "confirmed"


def test_F3_an_unknown_outcome_is_read_and_not_sent_again(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    company.break_next("unavailable", "payments.read")
    with pytest.raises(OutcomeUnknown):
        _refresh(payment)
    assert Payment.objects.get().state == "started"
    _refresh(payment)
    assert Payment.objects.get().state == "captured"


def test_an_object_whose_id_was_lost_is_found_by_its_reference(
    fresh_database: Database, company: Company
) -> None:
    payment = intended(company)
    company.break_next("reset_after", "payments.create")
    with pytest.raises(OutcomeUnknown):
        start(payment)
    _refresh(payment)
    assert Payment.objects.get().provider_object is not None
    assert Payment.objects.get().state == "started"


def test_what_the_provider_never_heard_of_stays(fresh_database: Database, company: Company) -> None:
    assert _refresh(intended(company)).state == "intended"


def test_a_provider_is_never_read_inside_a_transaction(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    with pytest.raises(CallInsideTransaction), transaction.atomic():
        _refresh(payment)


def _refresh(payment: Payment) -> Payment:
    return refresh_payment(payment_id=payment.pk, at=now())

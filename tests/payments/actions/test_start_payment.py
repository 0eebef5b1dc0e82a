"""A payment is brought to its provider, and nothing moves yet."""

import pytest
from django.db import transaction

from colletta.ledger.models import Posting
from colletta.payments.actions.start_payment import CallInsideTransaction, PaymentIsNotStartable
from colletta.payments.models import Payment
from colletta.payments.providers.contract import OutcomeUnknown
from tests.closing import closing_check
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import intended, start


def test_the_object_is_kept_and_no_money_moves(fresh_database: Database, company: Company) -> None:
    payment = intended(company)
    before = company.moved()
    page = start(payment)
    payment.refresh_from_db()
    assert payment.state == "started"
    assert str(payment.provider_object) in page
    assert company.moved() == before
    assert not Posting.objects.exists()


def test_starting_again_is_the_same_object(fresh_database: Database, company: Company) -> None:
    payment = intended(company)
    assert start(payment) == start(payment)


def test_F2_F4_a_lost_answer_costs_nothing(fresh_database: Database, company: Company) -> None:
    payment = intended(company)
    company.break_next("reset_after", "payments.create")
    with pytest.raises(OutcomeUnknown):
        start(payment)
    payment.refresh_from_db()
    assert (payment.state, payment.provider_object) == ("intended", None)
    start(payment)
    found = company.ask("GET", f"/v1/payments?reference={payment}")
    assert len(found["items"]) == 1


def test_F5_an_error_that_is_replayed_for_ever_still_leads_to_the_one_object(
    fresh_database: Database, company: Company
) -> None:
    payment = intended(company)
    company.break_next("error_after", "payments.create")
    assert start(payment) == start(payment)
    found = company.ask("GET", f"/v1/payments?reference={payment}")
    assert len(found["items"]) == 1
    closing_check(company)


def test_F6_a_pruned_key_makes_no_second_charge(fresh_database: Database, company: Company) -> None:
    payment = intended(company)
    start(payment)
    payment.refresh_from_db()
    company.ask("DELETE", "/control/keys")
    company.press(str(payment.provider_object), "pay")
    before = company.moved()
    start(payment)
    kept = Payment.objects.get(pk=payment.pk)
    assert kept.provider_object == payment.provider_object
    assert company.moved() == before


def test_a_provider_is_never_called_inside_a_transaction(
    fresh_database: Database, company: Company
) -> None:
    payment = intended(company)
    with pytest.raises(CallInsideTransaction), transaction.atomic():
        start(payment)


def test_a_payment_that_is_over_is_not_started(fresh_database: Database, company: Company) -> None:
    payment = intended(company)
    Payment.objects.filter(pk=payment.pk).update(state="refused")
    with pytest.raises(PaymentIsNotStartable):
        start(payment)

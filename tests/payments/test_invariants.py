"""What the provider says it moved, against the books."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.models import F
from pytest_django import Settings

from colletta.history.clock import now
from colletta.ledger.actions.freeze import freeze
from colletta.ledger.actions.reverse import reverse
from colletta.ledger.checks import Result, check_books
from colletta.ledger.jobs import check_books_each_minute
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.jobs import read_records
from colletta.payments.models import Mismatch, Payment, RecordLine
from colletta.pledges.models import Pledge
from tests.database import Database
from tests.ledger.books import frozen_since
from tests.payments.company import Company
from tests.payments.journeys import paid, refund_at

SENTENCE = "What each provider says it moved is what the books say, to the cent."


def test_books_that_agree_hold(fresh_database: Database, company: Company) -> None:
    payment = _booked(company)
    refund_at(company, payment, 500)
    refresh_payment(payment_id=payment.pk, at=now())
    assert all(result.holds for result in check_books())
    _let_time_pass(payment)
    assert all(result.holds for result in check_books())


def test_money_that_was_never_booked_is_found_once_it_is_late(
    fresh_database: Database, company: Company
) -> None:
    payment = paid(company)
    assert _asked().holds
    _let_time_pass(payment)
    (breach,) = _asked().breaches
    assert (breach["payment"], breach["told_captured"]) == (payment.pk, 2000)


def test_a_capture_that_is_no_payment_of_ours_is_found(
    fresh_database: Database, company: Company
) -> None:
    payment = paid(company)
    Payment.objects.update(provider_object="pay_of_another")
    _asked()
    RecordLine.objects.filter(object_id=payment.provider_object).update(
        read_at=now() - timedelta(minutes=16)
    )
    (breach,) = _asked().breaches
    assert (breach["payment"], breach["object_id"]) == (None, payment.provider_object)


def test_a_refund_that_nobody_booked_is_found(fresh_database: Database, company: Company) -> None:
    payment = _booked(company)
    refund_at(company, payment, 500)
    _asked()
    _let_time_pass(payment)
    (breach,) = _asked().breaches
    assert (breach["told_refunded"], breach["booked_refunded"]) == (500, 0)


def test_money_that_the_provider_never_moved_is_found_at_once(
    fresh_database: Database, company: Company
) -> None:
    payment = _booked(company)
    with transaction.atomic():
        reverse(key=f"{payment}:captured", occurred_at=now())
    (breach,) = _asked().breaches
    assert (breach["told_refunded"], breach["booked_refunded"]) == (0, 2000)


def test_lines_that_were_never_copied_are_found(fresh_database: Database, company: Company) -> None:
    first, second = _booked(company), _booked(company)
    assert _asked().holds
    RecordLine.objects.filter(object_id=first.provider_object).delete()
    assert {"all": ("capture", "EUR")}.items() <= dict(_asked().breaches[-1]).items()
    assert second.pk


def test_what_is_parked_waits_for_a_person(fresh_database: Database, company: Company) -> None:
    payment = paid(company)
    Mismatch.objects.create(payment=payment, said={})
    _asked()
    _let_time_pass(payment)
    assert _asked().holds


def test_while_money_is_frozen_nothing_is_late(fresh_database: Database, company: Company) -> None:
    payment = paid(company)
    freeze(reason="a test")
    _asked()
    _let_time_pass(payment)
    assert _asked().holds


def test_a_provider_that_is_down_freezes_nothing(
    fresh_database: Database, company: Company, settings: Settings
) -> None:
    _booked(company)
    settings.PAYMENT_PROVIDERS = {"sandbox": company.terms() | {"url": "http://127.0.0.1:9"}}
    result = _asked()
    assert (result.holds, result.is_broken) == (False, False)
    assert result.unanswered.startswith("sandbox: ")
    check_books_each_minute(timestamp=0)
    assert frozen_since() is None


def test_F81_a_refund_that_nobody_told_is_found_in_the_record(
    fresh_database: Database, company: Company
) -> None:
    payment = _booked(company)
    refund_at(company, payment, 500)
    for _ in range(2):
        read_records(timestamp=0)
    assert Pledge.objects.get().net_minor == 1500
    lines = RecordLine.objects.filter(object_id=payment.provider_object)
    assert lines.filter(applied_at=None).count() == 0


def test_F28_a_payment_that_never_called_back_is_found_in_the_record(
    fresh_database: Database, company: Company
) -> None:
    paid(company)
    read_records(timestamp=0)
    assert Pledge.objects.get().state == "confirmed"


@pytest.mark.parametrize("operation", ["record.read", "payments.read"])
def test_a_record_that_cannot_be_read_is_read_the_next_time(
    fresh_database: Database, company: Company, operation: str
) -> None:
    paid(company)
    company.break_next("unavailable", operation)
    read_records(timestamp=0)
    assert Pledge.objects.get().state == "pending"
    read_records(timestamp=0)
    assert Pledge.objects.get().state == "confirmed"


def _booked(company: Company) -> Payment:
    payment = paid(company)
    return refresh_payment(payment_id=payment.pk, at=now())


def _asked() -> Result:
    return next(result for result in check_books() if result.sentence == SENTENCE)


def _let_time_pass(payment: Payment) -> None:
    lines = RecordLine.objects.filter(object_id=payment.provider_object)
    lines.update(read_at=F("read_at") - timedelta(minutes=16))

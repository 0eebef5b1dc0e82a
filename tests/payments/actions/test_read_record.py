"""The provider's own record is copied, each line once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from colletta.payments.actions.read_record import read_record
from colletta.payments.actions.start_payment import CallInsideTransaction
from colletta.payments.models import RecordLine
from colletta.payments.providers.contract import OutcomeUnknown
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import paid, refund_at


def test_every_movement_is_a_line(fresh_database: Database, company: Company) -> None:
    payment = paid(company)
    refund_at(company, payment, 500)
    read_record(provider_name="sandbox")
    lines = RecordLine.objects.filter(object_id=payment.provider_object).order_by("pk")
    told = [(line.kind, line.amount_minor, line.reference) for line in lines]
    assert told == [("capture", 2000, str(payment)), ("refund", 500, str(payment))]


def test_reading_on_copies_only_what_is_new(fresh_database: Database, company: Company) -> None:
    paid(company)
    read_record(provider_name="sandbox")
    before = RecordLine.objects.count()
    assert read_record(provider_name="sandbox").lines == []
    paid(company)
    assert len(read_record(provider_name="sandbox").lines) == 1
    assert RecordLine.objects.count() == before + 1


def test_readers_at_once_copy_each_line_once(fresh_database: Database, company: Company) -> None:
    for _ in range(5):
        paid(company)

    def read(_: int) -> None:
        try:
            read_record(provider_name="sandbox")
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as people:
        list(people.map(read, range(10)))
    totals = company.provider().record("").captured["EUR"]
    captures = RecordLine.objects.filter(kind="capture").values_list("amount_minor", flat=True)
    assert sum(captures) == totals


def test_a_silent_provider_is_unknown(fresh_database: Database, company: Company) -> None:
    company.break_next("unavailable", "record.read")
    with pytest.raises(OutcomeUnknown):
        read_record(provider_name="sandbox")


def test_a_provider_is_never_read_inside_a_transaction(
    fresh_database: Database, company: Company
) -> None:
    with pytest.raises(CallInsideTransaction), transaction.atomic():
        read_record(provider_name="sandbox")

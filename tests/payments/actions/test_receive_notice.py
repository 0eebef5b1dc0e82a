"""A notice is a hint to look, kept once and applied once."""

import threading

import pytest
from django.db import connection

from colletta.ledger.checks import check_books
from colletta.ledger.models import Posting
from colletta.payments.actions.receive_notice import receive_notice
from colletta.payments.models import Notice, Payment
from colletta.payments.providers.contract import ForgedNotice, OutcomeUnknown
from colletta.payments.providers.registry import NoSuchProvider
from colletta.pledges.models import Pledge
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import intended, notice_about, start, started


def test_a_notice_makes_a_gift(fresh_database: Database, company: Company) -> None:
    payment = _paid(company)
    notice = _receive(notice_about(company, payment))
    assert Pledge.objects.get().state == "confirmed"
    notice.refresh_from_db()
    assert notice.processed_at is not None


def test_F25_a_notice_delivered_again_and_again_at_once_is_applied_once(
    fresh_database: Database, company: Company
) -> None:
    message = notice_about(company, _paid(company))
    failed: list[BaseException] = []

    def deliver() -> None:
        try:
            for _ in range(5):
                _receive(message)
        except BaseException as fault:  # noqa: BLE001 - told to the test below
            failed.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=deliver) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not failed
    assert (Notice.objects.count(), Posting.objects.count()) == (1, 1)
    assert all(result.holds for result in check_books())


def test_F34_a_redelivery_after_a_failure_is_processed(
    fresh_database: Database, company: Company
) -> None:
    message = notice_about(company, _paid(company))
    company.break_next("unavailable", "payments.read")
    with pytest.raises(OutcomeUnknown):
        _receive(message)
    assert Notice.objects.get().processed_at is None
    _receive(message)
    assert Pledge.objects.get().state == "confirmed"


def test_F27_a_notice_before_our_own_record_of_the_object_is_applied(
    fresh_database: Database, company: Company
) -> None:
    payment = intended(company)
    start(payment)
    payment.refresh_from_db()
    company.press(str(payment.provider_object), "pay")
    message = notice_about(company, payment)
    Payment.objects.filter(pk=payment.pk).update(provider_object=None)
    _receive(message)
    assert Pledge.objects.get().state == "confirmed"


def test_a_notice_says_nothing_that_is_believed(fresh_database: Database, company: Company) -> None:
    payment = started(company)
    _receive(notice_about(company, payment))
    assert Payment.objects.get().state == "started"
    assert not Posting.objects.exists()


def test_F36_an_unknown_kind_is_kept_and_looked_at(
    fresh_database: Database, company: Company
) -> None:
    message = notice_about(company, _paid(company), type="payment.blessed", surprise="yes")
    assert _receive(message).kind == "payment.blessed"
    assert Pledge.objects.get().state == "confirmed"


@pytest.mark.parametrize("change", [{"account": "acct_other"}, {"mode": "live"}])
def test_F24_a_notice_of_another_account_or_mode_is_refused(
    fresh_database: Database, company: Company, change: dict[str, str]
) -> None:
    with pytest.raises(ForgedNotice):
        _receive(notice_about(company, _paid(company), **change))
    assert not Notice.objects.exists()


def test_a_notice_of_a_provider_we_do_not_have_is_refused(
    fresh_database: Database, company: Company
) -> None:
    headers, body = notice_about(company, _paid(company))
    with pytest.raises(NoSuchProvider):
        receive_notice(provider_name="another", headers=headers, body=body)


def _paid(company: Company) -> Payment:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    return payment


def _receive(message: tuple[dict[str, str], bytes]) -> Notice:
    headers, body = message
    return receive_notice(provider_name="sandbox", headers=headers, body=body)

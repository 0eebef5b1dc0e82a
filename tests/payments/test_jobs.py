"""What never called back is read by the sweep (F28)."""

from datetime import timedelta

from django.db.models import F

from colletta.payments.jobs import sweep_payments
from colletta.payments.models import Method, Mismatch, Payment
from colletta.payments.providers.contract import Start
from colletta.pledges.models import Pledge
from tests.cast import live_campaign
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import intended, started


def test_F28_a_payment_that_never_called_back_is_found(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    sweep_payments(timestamp=0)
    assert Pledge.objects.get().state == "pending", "its supporter may still be on the page"
    _let_time_pass()
    sweep_payments(timestamp=0)
    assert Pledge.objects.get().state == "confirmed"


def test_a_provider_that_is_down_stops_nobody(fresh_database: Database, company: Company) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    _let_time_pass()
    company.break_next("unavailable", "payments.read")
    sweep_payments(timestamp=0)
    assert Payment.objects.get().state == "started"
    sweep_payments(timestamp=0)
    assert Payment.objects.get().state == "captured"


def test_what_is_parked_is_left_to_a_person(fresh_database: Database, company: Company) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    Mismatch.objects.create(payment=payment, said={})
    _let_time_pass()
    sweep_payments(timestamp=0)
    assert Payment.objects.get().looked_at is None


def test_one_payment_that_fails_stops_no_other(fresh_database: Database, company: Company) -> None:
    """The first was killed before its id was kept, and went a way that is not listed from there."""
    lost, other = intended(company), started(company)
    begun = company.provider().start(
        Start(
            reference=str(lost),
            amount=lost.amount,
            method=Method(lost.method),
            payee="Circolo Aurora",
            description="Un orto in cortile",
            return_url="http://localhost/it/",
            language="it",
        )
    )
    company.press(begun.object_id, "pend")
    company.press(str(other.provider_object), "pay")
    _let_time_pass()
    sweep_payments(timestamp=0)
    assert Payment.objects.get(pk=other.pk).state == "captured"
    company.press(begun.object_id, "settle")
    _let_time_pass()
    sweep_payments(timestamp=0)
    assert Payment.objects.get(pk=lost.pk).state == "captured"


def test_a_promise_that_was_taken_back_at_the_company_stands_no_longer(
    fresh_database: Database, company: Company
) -> None:
    campaign = live_campaign(type="all-or-nothing")
    payment = started(company, campaign=campaign, save_for_later=True)
    company.press(str(payment.provider_object), "pay")
    _let_time_pass()
    sweep_payments(timestamp=0)
    assert Pledge.objects.get().state == "promised"
    company.ask("POST", f"/v1/payments/{payment.provider_object}/cancel")
    _let_time_pass()
    sweep_payments(timestamp=0)
    assert Pledge.objects.get().state == "dropped"


def _let_time_pass() -> None:
    Payment.objects.update(intended_at=F("intended_at") - timedelta(minutes=5))
    Payment.objects.update(looked_at=F("looked_at") - timedelta(minutes=5))

"""What never called back is read by the sweep (F28)."""

from datetime import timedelta

from django.db.models import F

from colletta.payments.jobs import sweep_payments
from colletta.payments.models import Mismatch, Payment
from colletta.pledges.models import Pledge
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import started


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


def _let_time_pass() -> None:
    Payment.objects.update(intended_at=F("intended_at") - timedelta(minutes=5))

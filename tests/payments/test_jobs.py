"""What never called back is read by the sweep (F28)."""

from datetime import timedelta

import pytest
from django.db.models import F
from pytest_django import Settings

from colletta.history.clock import now
from colletta.payments.jobs import read_records, sweep_payments
from colletta.payments.models import Method, Mismatch, Payment
from colletta.payments.providers.contract import Start
from colletta.pledges.models import Pledge
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import let_the_closing_come, live_campaign
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import intended, started

UNLIST = "DELETE FROM history_transition WHERE before = 'intended' AND after = 'processing'"


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
    """The database does not list the step that the first one took."""
    lost, other = intended(company), started(company)
    _lose_its_id(company, lost, "pend")
    company.press(str(other.provider_object), "pay")
    with fresh_database.connect("owner", autocommit=True) as owner:
        owner.execute(UNLIST)
    _let_time_pass()
    sweep_payments(timestamp=0)
    assert Payment.objects.get(pk=lost.pk).state == "intended"
    assert Payment.objects.get(pk=other.pk).state == "captured"


@pytest.mark.parametrize(
    ("button", "state"), [("pend", "processing"), ("authenticate", "action_needed")]
)
def test_a_start_that_was_cut_off_is_found_wherever_it_went(
    fresh_database: Database, company: Company, button: str, state: str
) -> None:
    payment = intended(company)
    _lose_its_id(company, payment, button)
    _let_time_pass()
    sweep_payments(timestamp=0)
    assert Payment.objects.get().state == state


def test_a_record_that_cannot_be_read_stops_no_other(
    fresh_database: Database, company: Company, settings: Settings
) -> None:
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    known = settings.PAYMENT_PROVIDERS["sandbox"]
    settings.PAYMENT_PROVIDERS = {"sandbox": known | {"url": "no address"}}
    read_records(timestamp=0)
    assert Payment.objects.get().state == "started"
    settings.PAYMENT_PROVIDERS = {"unknown_here": known, "sandbox": known}
    read_records(timestamp=0)
    assert Payment.objects.get().state == "captured"


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


def test_an_intent_that_nobody_started_is_given_up_after_a_day(
    fresh_database: Database, company: Company
) -> None:
    campaign = live_campaign()
    intended(company, campaign=campaign)
    _let_time_pass()
    sweep_payments(timestamp=0)
    assert Payment.objects.get().state == "intended"
    Payment.objects.update(intended_at=F("intended_at") - timedelta(days=1), looked_at=None)
    let_the_closing_come(campaign)
    sweep_payments(timestamp=0)
    assert Payment.objects.get().state == "cancelled"
    assert close_campaign(campaign_id=campaign.pk, at=now()).state == "ended"


def _lose_its_id(company: Company, payment: Payment, button: str) -> None:
    """As when the process is killed between the company's answer and our keeping its id."""
    begun = company.provider().start(
        Start(
            reference=str(payment),
            amount=payment.amount,
            method=Method(payment.method),
            payee="Circolo Aurora",
            description="Un orto in cortile",
            return_url="http://localhost/it/",
            language="it",
        )
    )
    company.press(begun.object_id, button)


def _let_time_pass() -> None:
    Payment.objects.update(intended_at=F("intended_at") - timedelta(minutes=5))
    Payment.objects.update(looked_at=F("looked_at") - timedelta(minutes=5))

"""A promise that its provider no longer holds does not decide a closing."""

from datetime import timedelta

from colletta.campaigns.models import Campaign, Closure
from colletta.history.clock import now
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from colletta.settlement.actions.close_campaign import close_campaign
from colletta.settlement.actions.read_promises import GRACE, read_promises
from tests.cast import let_the_closing_come, live_campaign, promise_of_bruno
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import started


def test_a_promise_taken_back_at_its_provider_does_not_count(
    fresh_database: Database, company: Company
) -> None:
    campaign = _promised(company)
    company.ask("POST", f"/v1/payments/{Payment.objects.get().provider_object}/cancel")
    let_the_closing_come(campaign)
    assert close_campaign(campaign_id=campaign.pk, at=now()).state == "ended"
    assert (Closure.objects.get().promised_minor, Closure.objects.get().reached) == (0, False)
    assert Pledge.objects.get().state == "dropped"


def test_a_promise_that_stands_is_frozen(fresh_database: Database, company: Company) -> None:
    campaign = _promised(company)
    let_the_closing_come(campaign)
    assert close_campaign(campaign_id=campaign.pk, at=now()).state == "closing"
    assert Closure.objects.get().reached


def test_a_silent_provider_holds_up_the_closing_for_a_while_only(
    fresh_database: Database, company: Company
) -> None:
    campaign = _promised(company)
    let_the_closing_come(campaign)
    company.break_next("unavailable", "payments.read")
    assert close_campaign(campaign_id=campaign.pk, at=now()).state == "live"
    company.break_next("unavailable", "payments.read")
    assert read_promises(campaign_id=campaign.pk, at=now() + GRACE)
    assert close_campaign(campaign_id=campaign.pk, at=now() + GRACE).state == "closing"


def test_before_the_deadline_nothing_is_read(fresh_database: Database, company: Company) -> None:
    campaign = _promised(company)
    before = Payment.objects.get().looked_at
    assert read_promises(campaign_id=campaign.pk, at=now() - timedelta(seconds=1))
    assert Payment.objects.get().looked_at == before


def test_promises_that_were_recorded_here_need_no_look(fresh_database: Database) -> None:
    campaign = live_campaign(type="all-or-nothing", target_minor=2000)
    promise_of_bruno(campaign)
    let_the_closing_come(campaign)
    assert read_promises(campaign_id=campaign.pk, at=now())


def _promised(company: Company) -> Campaign:
    campaign = live_campaign(type="all-or-nothing", target_minor=2000)
    payment = started(company, campaign=campaign, save_for_later=True)
    company.press(str(payment.provider_object), "pay")
    refresh_payment(payment_id=payment.pk, at=now())
    return campaign

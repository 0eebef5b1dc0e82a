"""What arrives after the closing, or after we gave up, is never lost and never twice."""

from datetime import timedelta

from django.db.models import F

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.history.jobs import sweep_deliveries
from colletta.ledger.checks import check_books
from colletta.payments.actions.cancel_payment import cancel_payment
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.jobs import sweep_payments, take_back
from colletta.payments.models import Payment, Unclaimed
from colletta.pledges.actions.retry_payment import retry_payment
from colletta.pledges.models import Pledge
from colletta.settlement.actions.begin_closing import begin_closing
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import let_the_closing_come, live_campaign
from tests.database import Database
from tests.payments.company import Company
from tests.payments.journeys import start, started


def test_F15_an_authorisation_after_the_closing_goes_back_to_the_provider(
    fresh_database: Database, company: Company
) -> None:
    campaign = live_campaign(type="all-or-nothing")
    payment = started(company, campaign=campaign, save_for_later=True)
    _close(campaign)
    company.press(str(payment.provider_object), "pay")
    assert refresh_payment(payment_id=payment.pk, at=now()).state == "cancelled"
    assert _there(company, payment) == "authorised"
    take_back(payment_id=payment.pk)
    assert _there(company, payment) == "cancelled"
    assert Payment.objects.get().released_at is not None
    _assert_the_campaign_can_end(campaign)


def test_F15_money_for_a_pledge_from_before_the_closing_is_a_gift(
    fresh_database: Database, company: Company
) -> None:
    campaign = live_campaign()
    payment = started(company, campaign=campaign)
    _close(campaign)
    company.press(str(payment.provider_object), "pay")
    refresh_payment(payment_id=payment.pk, at=now())
    assert Pledge.objects.get().state == "confirmed"
    _assert_the_campaign_can_end(campaign)


def test_F28_what_was_given_up_here_is_taken_back_by_the_sweep(
    fresh_database: Database, company: Company
) -> None:
    payment = started(company)
    cancel_payment(payment_id=payment.pk, at=now())
    Payment.objects.update(intended_at=F("intended_at") - timedelta(minutes=3))
    sweep_payments(timestamp=0)
    assert _there(company, payment) == "cancelled"
    before = Payment.objects.get().looked_at
    sweep_payments(timestamp=0)
    assert Payment.objects.get().looked_at == before


def test_giving_up_leaves_a_job_behind(fresh_database: Database, company: Company) -> None:
    payment = started(company)
    cancel_payment(payment_id=payment.pk, at=now())
    sweep_deliveries(timestamp=0)
    with fresh_database.connect() as connection:
        query = "SELECT args FROM procrastinate_jobs WHERE task_name = 'payments.take_back'"
        assert connection.execute(query).fetchall() == [({"payment_id": payment.pk},)]


def test_money_that_came_quicker_than_a_cancellation_waits_to_be_given_back(
    fresh_database: Database, company: Company
) -> None:
    campaign = live_campaign()
    payment = started(company, campaign=campaign)
    company.press(str(payment.provider_object), "pay")
    cancel_campaign(campaign_id=campaign.pk, at=now())
    assert Payment.objects.get().state == "cancelled"
    take_back(payment_id=payment.pk)
    assert Payment.objects.get().state == "captured"
    assert Unclaimed.objects.get().why == "the campaign is cancelled"
    assert all(result.holds for result in check_books())


def test_money_through_an_older_payment_releases_what_a_newer_one_holds(
    fresh_database: Database, company: Company
) -> None:
    campaign = live_campaign(type="all-or-nothing")
    older = started(company, campaign=campaign)
    cancel_payment(payment_id=older.pk, at=now())
    retry = {"method": "card", "provider": "sandbox", "provider_account": company.account}
    newer = retry_payment(pledge_id=older.purpose_id, **retry)
    start(newer, save_for_later=True)
    newer.refresh_from_db()
    company.press(str(newer.provider_object), "pay")
    assert refresh_payment(payment_id=newer.pk, at=now()).state == "authorised"
    company.press(str(older.provider_object), "pay")
    refresh_payment(payment_id=older.pk, at=now())
    assert Pledge.objects.get().state == "confirmed"
    assert Payment.objects.get(pk=newer.pk).state == "cancelled"
    take_back(payment_id=newer.pk)
    assert _there(company, newer) == "cancelled"
    assert all(result.holds for result in check_books())


def _close(campaign: Campaign) -> None:
    let_the_closing_come(campaign)
    begin_closing(campaign_id=campaign.pk, at=now())


def _assert_the_campaign_can_end(campaign: Campaign) -> None:
    assert close_campaign(campaign_id=campaign.pk, at=now()).state == "ended"
    assert all(result.holds for result in check_books())


def _there(company: Company, payment: Payment) -> str:
    return str(company.ask("GET", f"/v1/payments/{payment.provider_object}")["status"])

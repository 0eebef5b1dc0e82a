"""News of a payment that comes late, never, or in any order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from colletta.history.clock import now
from colletta.ledger.models import Posting
from colletta.payments.actions.apply_snapshot import apply_snapshot
from colletta.payments.jobs import sweep_payments
from colletta.payments.models import Notice, Payment, State
from colletta.payments.providers.contract import Snapshot
from colletta.pledges.models import Pledge
from tests.browser.running_site import Site, free_port
from tests.cast import let_the_closing_come, live_campaign
from tests.closing import closing_check
from tests.cluster.processes import wait_until
from tests.database import Database
from tests.payments.company import Company, running_company
from tests.payments.journeys import started
from tests.payments.site import site_with

DAY = 86_400  # seconds
SIX = (
    State.STARTED,
    State.ACTION_NEEDED,
    State.PROCESSING,
    State.CAPTURED,
    State.REFUSED,
    State.EXPIRED,
)


@pytest.fixture
def told(
    fresh_database: Database, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Company, Site]]:
    """A company that tells a running site what happened, when its own clock says so."""
    port = free_port()
    notify = ("--notify", f"http://127.0.0.1:{port}/notices/sandbox/", "--notice-delay-ms", "20")
    with running_company(tmp_path / "company", *notify) as company:
        settings.PAYMENT_PROVIDERS = {"sandbox": company.terms()}
        with site_with(company, fresh_database, tmp_path, monkeypatch, port=port) as site:
            yield company, site


def test_F28_what_is_never_told_is_settled_within_a_quarter_of_an_hour(
    fresh_database: Database, told: tuple[Company, Site]
) -> None:
    company, _ = told
    company.ask("POST", "/control/notice-plans", {"drop": True, "times": 1000})
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    minutes = 0
    while Pledge.objects.get().state != "confirmed":
        minutes += 1
        assert minutes <= 15, "nobody looked"
        fresh_database.set_clock(f"clock_timestamp() + interval '{minutes} minutes'")
        sweep_payments(timestamp=0)
    assert not Notice.objects.exists()
    closing_check(company, alone=True)


@pytest.mark.parametrize("days", [3, 40])
def test_F29_a_notice_that_comes_late_still_makes_its_gift(
    fresh_database: Database, told: tuple[Company, Site], days: int
) -> None:
    company, _ = told
    payment = _paid_and_told_late(company, days)
    _let_days_pass(fresh_database, company, days)
    payment.refresh_from_db()
    assert (payment.state, Pledge.objects.get().state) == ("captured", "confirmed")
    closing_check(company, alone=True)


@pytest.mark.parametrize("days", [3, 40])
def test_F29_a_notice_of_what_is_long_known_changes_nothing(
    fresh_database: Database, told: tuple[Company, Site], days: int
) -> None:
    company, _ = told
    _paid_and_told_late(company, days)
    fresh_database.set_clock("clock_timestamp() + interval '5 minutes'")
    sweep_payments(timestamp=0)
    let_the_closing_come(Pledge.objects.get().campaign)
    before = list(Posting.objects.values())
    _let_days_pass(fresh_database, company, days)
    assert list(Posting.objects.values()) == before != []
    closing_check(company, alone=True)


def test_F26_all_720_orders_of_six_pieces_of_news_end_alike(
    fresh_database: Database, company: Company
) -> None:
    """Walked as a tree, so that orders that begin alike share their beginning."""
    payment = started(company)
    company.press(str(payment.provider_object), "pay")
    paid = company.provider().fetch(str(payment.provider_object))
    news = [replace(paid, state=state) for state in SIX]
    ends: list[tuple[str, str, int, int]] = []
    with transaction.atomic():
        _walk(payment, news, ends)
    assert len(ends) == 720
    assert set(ends) == {("captured", "confirmed", 2000, 1)}


def _walk(payment: Payment, left: list[Snapshot], ends: list[tuple[str, str, int, int]]) -> None:
    if not left:
        pledge = Pledge.objects.get()
        state = Payment.objects.get().state
        ends.append((state, pledge.state, pledge.net_minor, Posting.objects.count()))
    for one in left:
        branch = transaction.savepoint()
        apply_snapshot(payment_id=payment.pk, snapshot=one, at=now())
        _walk(payment, [other for other in left if other is not one], ends)
        transaction.savepoint_rollback(branch)


def _paid_and_told_late(company: Company, days: int) -> Payment:
    payment = started(company, campaign=live_campaign())
    plan = {"delay_ms": days * DAY * 1000}
    company.press(str(payment.provider_object), "pay", notice=plan)
    return payment


def _let_days_pass(database: Database, company: Company, days: int) -> None:
    database.set_clock(f"clock_timestamp() + interval '{days} days'")
    company.ask("POST", "/control/clock", {"advance_seconds": days * DAY + 60})
    wait_until(lambda: Notice.objects.filter(processed_at__isnull=False).exists(), seconds=30)

"""Pledges at the deadline second: each is in or out, and the frozen sum is the sum of those in."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
from django.db import connection

from colletta.campaigns.models import Campaign, Closure
from colletta.history.clock import now
from colletta.pledges.models import Pledge
from colletta.settlement.actions.begin_closing import begin_closing
from tests.cast import live_campaign, pledge_of_bruno
from tests.closing import closing_check
from tests.cluster.processes import wait_until
from tests.database import Database
from tests.payments.company import ROOT

PROCESSES = 8
RUSHES = 8  # whoever sets the deadline may have to wait until everybody has pledged
BEFORE_THE_DEADLINE = 0.1  # seconds that it is known before
PROMISE = "UPDATE pledges_pledge SET state = 'promised' WHERE id = %s"
WAITS_FOR_A_LOCK = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


def test_F44_a_thousand_pledges_at_the_deadline_are_each_in_or_out(
    fresh_database: Database,
) -> None:
    for number in range(RUSHES):
        campaign, accepted = _rush(fresh_database, each=125, slug=f"orto-{number}")
        assert _frozen(campaign) == _promised(campaign) == 100 * accepted
        closing_check()
        if 0 < accepted < 1000:
            return
    raise AssertionError("all were in time, or nobody, each time: no race happened")


def test_F44_without_the_guard_pledges_come_after_the_sum(fresh_database: Database) -> None:
    """The negative control: what an `if` in the application would lose."""
    _without_the_guard(fresh_database)
    for number in range(RUSHES):
        campaign, accepted = _rush(fresh_database, each=100, slug=f"orto-{number}")
        assert _promised(campaign) == 100 * accepted
        if _frozen(campaign) < 100 * accepted:
            return
    raise AssertionError("no pledge came after the sum: the control shows nothing")


def test_F45_a_pledge_whose_commit_is_slower_than_the_closing_is_waited_for(
    fresh_database: Database,
) -> None:
    campaign = _promise_slowly_while_it_closes(fresh_database, guarded=True)
    assert _frozen(campaign) == _promised(campaign) == 2000
    closing_check()


def test_F45_without_the_guard_it_is_promised_and_not_counted(fresh_database: Database) -> None:
    """The negative control: the closing does not wait, and its sum lacks the pledge for ever."""
    _without_the_guard(fresh_database)
    campaign = _promise_slowly_while_it_closes(fresh_database, guarded=False)
    assert (_frozen(campaign), _promised(campaign)) == (0, 2000)


def _without_the_guard(database: Database) -> None:
    with database.connect("owner", autocommit=True) as owner:
        owner.execute("ALTER TABLE pledges_pledge DISABLE TRIGGER pledges_pledge_window")
        owner.execute("ALTER TABLE pledges_pledge DISABLE TRIGGER pledges_pledge_promise_window")


def _rush(database: Database, *, each: int, slug: str) -> tuple[Campaign, int]:
    campaign = live_campaign(type="all-or-nothing", target_minor=100, slug=slug)
    program = ["tests.concurrency.rush", str(PROCESSES), str(each), str(campaign.pk)]
    settings = {"DJANGO_SETTINGS_MODULE": "colletta.config.settings"}
    with subprocess.Popen(
        [sys.executable, "-m", *program],
        cwd=ROOT,
        env=database.environment() | settings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as crowd:
        assert crowd.stdout is not None
        assert crowd.stdin is not None
        assert crowd.stdout.readline() == "ready\n"
        crowd.stdin.write("go\n")
        crowd.stdin.flush()
        wait_until(lambda: _promised(campaign) >= 100 * each // 2, seconds=60)
        _close_in(campaign, BEFORE_THE_DEADLINE)
        _close(campaign)
        accepted, _ = crowd.communicate(timeout=90)
    return campaign, int(accepted)


def _close_in(campaign: Campaign, seconds: float) -> None:
    Campaign.objects.filter(pk=campaign.pk).update(closes_at=now() + timedelta(seconds=seconds))
    campaign.refresh_from_db()


def _close(campaign: Campaign) -> None:
    while now() < campaign.closes_at:
        time.sleep(0.001)
    begin_closing(campaign_id=campaign.pk, at=now())


def _close_beside(campaign: Campaign) -> None:
    try:
        _close(campaign)
    finally:
        connection.close()


def _promise_slowly_while_it_closes(database: Database, *, guarded: bool) -> Campaign:
    """A promise is written in time; its transaction ends after the closing has begun."""
    campaign = live_campaign(type="all-or-nothing", target_minor=100)
    pledge, payment = pledge_of_bruno(campaign)
    _close_in(campaign, 0.5)
    with database.connect("app") as slow, ThreadPoolExecutor(1) as closer:
        slow.execute("UPDATE payments_payment SET state = 'authorised' WHERE id = %s", [payment.pk])
        slow.execute(PROMISE, [pledge.pk])
        closing = closer.submit(_close_beside, campaign)
        if guarded:
            _wait_for_the_closer(database)
        else:
            closing.result(20)
        slow.commit()
        closing.result(20)
    return campaign


def _wait_for_the_closer(database: Database) -> None:
    def waits() -> bool:
        with psycopg.connect(database.url("superuser")) as root:
            return root.execute(WAITS_FOR_A_LOCK).fetchone() != (0,)

    wait_until(waits)


def _frozen(campaign: Campaign) -> int:
    return Closure.objects.get(campaign=campaign).promised_minor


def _promised(campaign: Campaign) -> int:
    promised = Pledge.objects.promises().filter(campaign=campaign)
    return sum(promised.values_list("amount_minor", flat=True))

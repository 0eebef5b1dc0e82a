"""Whoever charges is killed: the money that moved is booked once, what did not move is not booked.

COLLETTA_KILLS=1000 bin/test tests/concurrency/test_kills.py -s
"""

import os
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import psycopg

from colletta.history.clock import now
from colletta.ledger.models import Posting
from colletta.payments.jobs import LOOKED_AT_MOST, sweep_payments
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from tests.cast import gift_of_bruno, live_campaign, pledge_of_bruno
from tests.closing import closing_check
from tests.cluster.processes import wait_until
from tests.database import Database
from tests.payments.company import ROOT, Company

KILLS = int(os.environ.get("COLLETTA_KILLS", "60"))
SEED = int(os.environ.get("COLLETTA_KILLS_SEED", "0")) or random.randrange(1, 1_000_000)
WAITS_FOR_A_LOCK = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


def test_F1_killed_at_random_each_charge_is_booked_once(
    fresh_database: Database, own_company: Company
) -> None:
    print(f"COLLETTA_KILLS_SEED={SEED}")
    campaign = live_campaign(target_minor=100_000)
    program = ["tests.concurrency.chargers", str(SEED), str(KILLS), str(campaign.pk)]
    subprocess.run(
        [sys.executable, "-m", *program],
        cwd=ROOT,
        env=_environment(fresh_database, own_company),
        check=True,
        timeout=60 + KILLS,
    )
    charged, booked = _charged(own_company), Posting.objects.filter(kind="gift").count()
    print(f"{KILLS} kills, {Payment.objects.count()} payments, {charged} charged, {booked} booked")
    assert booked < charged, "nobody was killed between the charge and its commit"
    _sweep(fresh_database)
    assert Posting.objects.filter(kind="gift").count() == charged
    closing_check(own_company, alone=True)


def test_F1_killed_inside_the_transaction_that_books_it_is_booked_later(
    fresh_database: Database, own_company: Company
) -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign)  # so that the campaign's accounts are there to be held
    payment = _intended(own_company, campaign)
    with fresh_database.connect("superuser") as holder:
        holder.execute("SELECT 1 FROM ledger_account FOR UPDATE")
        with _charging(payment, fresh_database, own_company) as charger:
            wait_until(lambda: _waits(fresh_database))
            charger.kill()
            charger.wait()
    assert own_company.moved() == 2000
    assert not Posting.objects.filter(key__startswith=str(payment)).exists()
    _sweep(fresh_database)
    assert Posting.objects.filter(key__startswith=str(payment)).count() == 1
    closing_check(own_company, alone=True)


def test_F2_killed_before_the_object_s_id_was_kept_nothing_moves_and_it_expires(
    fresh_database: Database, own_company: Company
) -> None:
    payment = _intended(own_company, live_campaign())
    own_company.break_next("timeout_after", "payments.create", hold_ms=20_000)
    with _charging(payment, fresh_database, own_company) as charger:
        wait_until(lambda: bool(_objects(own_company, payment)))
        charger.kill()
        charger.wait()
    payment.refresh_from_db()
    assert (payment.state, payment.provider_object) == ("intended", None)
    own_company.ask("POST", "/control/clock", {"advance_seconds": 3601})
    _sweep(fresh_database)
    payment.refresh_from_db()
    assert (payment.state, payment.provider_object) == (
        "expired",
        _objects(own_company, payment)[0],
    )
    assert own_company.moved() == 0
    assert Pledge.objects.get().state == "pending"
    closing_check(own_company, alone=True)


def test_F11_a_look_that_lasts_longer_than_its_lease_books_nothing_twice(
    fresh_database: Database, own_company: Company
) -> None:
    payment = _intended(own_company, live_campaign())
    own_company.break_next("timeout_before", "payments.read", hold_ms=3_000)
    with _charging(payment, fresh_database, own_company) as charger:
        wait_until(lambda: own_company.moved() == 2000)
        _sweep(fresh_database)  # the work of somebody who does not answer is given to another
        assert Pledge.objects.get().state == "confirmed"
        charger.wait(90)
    closing_check(own_company, alone=True)
    assert Posting.objects.count() == 1


@contextmanager
def _charging(
    payment: Payment, database: Database, company: Company
) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.concurrency.charger", str(payment.pk)]
    with subprocess.Popen(
        command, cwd=ROOT, env=_environment(database, company), stderr=subprocess.DEVNULL
    ) as charger:
        try:
            yield charger
        finally:
            charger.kill()


def _environment(database: Database, company: Company) -> Mapping[str, str]:
    settings = {"DJANGO_SETTINGS_MODULE": "colletta.config.settings"}
    return database.environment() | company.surroundings() | settings


def _intended(company: Company, campaign: object) -> Payment:
    terms = {"provider": "sandbox", "provider_account": company.account}
    return pledge_of_bruno(campaign, **terms)[1]  # type: ignore[arg-type]


def _objects(company: Company, payment: Payment) -> list[str]:
    found = company.ask("GET", f"/v1/payments?reference={payment}")["items"]
    return [one["id"] for one in found]


def _charged(company: Company) -> int:
    return company.moved() // 2000


def _waits(database: Database) -> bool:
    with psycopg.connect(database.url("superuser")) as root:
        return root.execute(WAITS_FOR_A_LOCK).fetchone() != (0,)


def _sweep(database: Database) -> None:
    """As many minutes later as it takes to look at every payment."""
    before = now()
    for minute in range(5, 10 + Payment.objects.count() // LOOKED_AT_MOST * 3):
        database.set_clock(f"timestamptz '{before.isoformat()}' + interval '{minute} minutes'")
        sweep_payments(timestamp=0)

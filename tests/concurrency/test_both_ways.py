"""Two that hear the same news at the same instant book it once.

COLLETTA_ROUNDS=500 bin/test tests/concurrency/test_both_ways.py
"""

import os
import subprocess
import sys
from threading import Barrier

import pytest
from django.db import connection

from colletta.history.models import Fact
from colletta.ledger.models import Posting
from colletta.mail.models import Letter
from colletta.payments.models import Notice, Payment
from tests.cast import gift_of_bruno, live_campaign
from tests.closing import closing_check
from tests.database import Database
from tests.ledger.books import at_once
from tests.payments.company import ROOT, Company

ROUNDS = int(os.environ.get("COLLETTA_ROUNDS", "100"))
BOOK = """
    WITH p AS (
        INSERT INTO ledger_posting (kind, key, occurred_at)
        SELECT kind, 'payment:0:captured', occurred_at FROM ledger_posting LIMIT 1 RETURNING id
    )
    INSERT INTO ledger_transfer (posting_id, source_id, destination_id, currency, amount)
    SELECT p.id, t.source_id, t.destination_id, t.currency, t.amount
    FROM p, (SELECT * FROM ledger_transfer ORDER BY id LIMIT 2) AS t
"""


def test_F39_the_redirect_and_the_notice_at_once_make_one_gift_and_one_letter(
    fresh_database: Database, own_company: Company
) -> None:
    campaign = live_campaign()
    program = ["tests.concurrency.both_ways", str(ROUNDS), str(campaign.pk)]
    surroundings = {"DJANGO_SETTINGS_MODULE": "colletta.config.settings"}
    subprocess.run(
        [sys.executable, "-m", *program],
        cwd=ROOT,
        env=fresh_database.environment() | own_company.surroundings() | surroundings,
        check=True,
        timeout=60 + ROUNDS,
    )
    assert Payment.objects.filter(state="captured").count() == ROUNDS
    assert Notice.objects.filter(processed_at__isnull=False).count() == ROUNDS
    assert Fact.objects.filter(kind="pledge.confirmed").count() == ROUNDS
    assert Posting.objects.filter(kind="gift").count() == ROUNDS
    assert Letter.objects.filter(key__startswith="receipt:").count() == ROUNDS
    closing_check(own_company, alone=True)


def test_F39_without_lock_and_key_two_that_look_first_book_it_twice(
    fresh_database: Database,
) -> None:
    """The negative control; the closing check sees what happened."""
    gift_of_bruno(live_campaign())
    with fresh_database.connect("superuser") as root:
        root.execute("ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_key_is_used_once")
    looked = Barrier(2, timeout=30)

    def hear(number: int) -> None:
        is_news = not Posting.objects.filter(key="payment:0:captured").exists()
        looked.wait()
        if is_news:
            with connection.cursor() as cursor:
                cursor.execute(BOOK)

    assert at_once(2, hear) == [None, None]
    assert Posting.objects.filter(key="payment:0:captured").count() == 2
    with pytest.raises(AssertionError, match="sum of its gifts"):
        closing_check()

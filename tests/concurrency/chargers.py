"""Charges whose process is killed at random, again and again.

    python -m tests.concurrency.chargers SEED KILLS CAMPAIGN

Each child makes pledges and charges them until it is killed; most are killed between the moment
in which the money moves and the commit that books it.
"""

import os
import random
import signal
import sys
import time

import django

django.setup()

from django.conf import settings  # noqa: E402 - models need the setup first

from colletta.campaigns.models import Campaign  # noqa: E402
from colletta.history.clock import now  # noqa: E402
from colletta.payments.actions.refresh_payment import refresh_payment  # noqa: E402
from tests.cast import pledge_of_bruno  # noqa: E402
from tests.payments.company import Company  # noqa: E402
from tests.payments.journeys import start  # noqa: E402

LONGEST = 0.12  # seconds that a child goes on after it gave its sign


def main() -> None:
    seed, kills, campaign_id = map(int, sys.argv[1:])
    chance = random.Random(seed)
    for _ in range(kills):
        kill_one(campaign_id, chance.random() < 0.75, chance.uniform(0, LONGEST))


def kill_one(campaign_id: int, once_paid: bool, after: float) -> None:
    """A child charges until it is killed, `after` seconds after it began or was about to pay."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        charge_until_killed(campaign_id, write, once_paid)
    os.close(write)
    begun = os.read(read, 1)
    assert begun, "a child ended before anybody killed it"
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(read)


def charge_until_killed(campaign_id: int, sign: int, once_paid: bool) -> None:
    """Never returns: whatever goes wrong ends the child, which its parent notices."""
    try:
        terms = settings.PAYMENT_PROVIDERS["sandbox"]
        company = Company(terms["url"], terms["account"], terms["key"])
        campaign = Campaign.objects.get(pk=campaign_id)
        while True:
            if not once_paid:
                os.write(sign, b".")
            charge(company, campaign, sign)
    finally:
        os._exit(1)


def charge(company: Company, campaign: Campaign, sign: int) -> None:
    terms = {"provider": "sandbox", "provider_account": company.account}
    _, payment = pledge_of_bruno(campaign, **terms)
    start(payment)
    payment.refresh_from_db()
    os.write(sign, b".")
    company.press(str(payment.provider_object), "pay")
    refresh_payment(payment_id=payment.pk, at=now())


if __name__ == "__main__":
    main()

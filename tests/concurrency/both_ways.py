"""The redirect's look and the company's notice, at the same instant, for one payment after another.

    python -m tests.concurrency.both_ways ROUNDS CAMPAIGN

Two processes meet at a barrier before each round's two answers to the same news.
"""

import sys
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - models need the setup first

from colletta.campaigns.models import Campaign  # noqa: E402
from colletta.history.clock import now  # noqa: E402
from colletta.payments.actions.receive_notice import receive_notice  # noqa: E402
from colletta.payments.actions.refresh_payment import refresh_payment  # noqa: E402
from colletta.payments.models import Payment  # noqa: E402
from tests.cast import pledge_of_bruno  # noqa: E402
from tests.concurrency.forks import PROCESSES, in_processes  # noqa: E402
from tests.payments.company import Company  # noqa: E402
from tests.payments.journeys import notice_about, start  # noqa: E402

PATIENCE = 30  # seconds that one waits for the other


def come_back(company: Company, campaign_id: int, rounds: int, ready: Any, paid: Any) -> None:
    """Makes each payment, then looks what became of it."""
    campaign = Campaign.objects.get(pk=campaign_id)
    terms = {"provider": "sandbox", "provider_account": company.account}
    for _ in range(rounds):
        _, payment = pledge_of_bruno(campaign, **terms)
        start(payment)
        payment.refresh_from_db()
        company.press(str(payment.provider_object), "pay")
        paid.value = payment.pk
        ready.wait(PATIENCE)
        refresh_payment(payment_id=payment.pk, at=now())
        ready.wait(PATIENCE)


def hear(company: Company, rounds: int, ready: Any, paid: Any) -> None:
    """Receives the notice of each payment."""
    for _ in range(rounds):
        ready.wait(PATIENCE)
        payment = Payment.objects.get(pk=paid.value)
        headers, body = notice_about(company, payment)
        receive_notice(provider_name="sandbox", headers=headers, body=body)
        ready.wait(PATIENCE)


def main() -> None:
    rounds, campaign_id = map(int, sys.argv[1:])
    terms = settings.PAYMENT_PROVIDERS["sandbox"]
    company = Company(terms["url"], terms["account"], terms["key"])
    ready, paid = PROCESSES.Barrier(2), PROCESSES.Value("q", 0)

    def act(process: int) -> None:
        if process:
            hear(company, rounds, ready, paid)
        else:
            come_back(company, campaign_id, rounds, ready, paid)

    in_processes(2, act)


if __name__ == "__main__":
    main()

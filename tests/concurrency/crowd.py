"""Supporters in several processes, in each one after the other.

    python -m tests.concurrency.crowd SEED PROCESSES EACH CAMPAIGN

Each makes a pledge through the actions that the pages use, does something on the company's page,
and comes back or does not. Whatever fails under them, they try again as people do, for a while.
"""

import random
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar
from urllib.error import HTTPError

import django

django.setup()

from django.conf import settings  # noqa: E402 - models need the setup first
from django.db import Error, connection  # noqa: E402

from colletta.history.clock import now  # noqa: E402
from colletta.money import Money  # noqa: E402
from colletta.payments.actions.refresh_payment import refresh_payment  # noqa: E402
from colletta.payments.actions.start_payment import (  # noqa: E402
    PaymentIsNotStartable,
    start_payment,
)
from colletta.payments.models import Payment  # noqa: E402
from colletta.payments.providers.contract import OutcomeUnknown, ProviderRefused  # noqa: E402
from colletta.pledges.actions.make_pledge import make_pledge  # noqa: E402
from colletta.pledges.actions.retry_payment import NothingToPay, retry_payment  # noqa: E402
from colletta.pledges.models import Pledge  # noqa: E402
from tests.concurrency.forks import in_processes  # noqa: E402
from tests.payments.company import Company  # noqa: E402

Result = TypeVar("Result")

PATIENCE = 90.0  # seconds that one supporter tries while nothing answers, on a busy machine
# What they press, one after the other; "again" is another payment of the same pledge.
WAYS: list[tuple[str, ...]] = [
    ("pay",),
    ("pay",),
    ("pay",),
    ("pay",),
    ("decline",),
    ("decline", "again", "pay"),
    ("cancel", "again", "pay"),
    ("pend", "settle"),
    ("pend",),
    ("pend", "fail"),
    ("authenticate", "authenticated"),
    ("authenticate", "not_authenticated"),
    (),
]
# How the company tells of it.
TELLINGS: list[dict[str, object]] = [
    {},
    {},
    {"drop": True},
    {"copies": 2},
    {"copies": 5},
    {"delay_ms": 1},
    {"delay_ms": 900},
    {"forged": True},
]
ON_CREATE = ("timeout_after", "error_after", "reset_after", "reset_before", "unavailable")
ON_READ = ("timeout_after", "error_before", "reset_after", "unavailable", "rate_limit")


class Crowd:
    """The supporters of one process."""

    def __init__(self, seed: int, campaign_id: int) -> None:
        self.chance = random.Random(seed)
        self.campaign_id = campaign_id
        terms = settings.PAYMENT_PROVIDERS["sandbox"]
        self.company = Company(terms["url"], terms["account"], terms["key"])

    def support(self, number: int) -> None:
        """One of them, from the form to wherever it ends."""
        form = uuid.UUID(int=self.chance.getrandbits(128), version=4)
        amount = Money(self.chance.randrange(100, 10_000), "EUR")
        pledge, payment = insist(lambda: self.pledge(form, amount, number))
        if self.chance.random() < 0.1:  # the button pressed twice, or another tab
            again, _ = insist(lambda: self.pledge(form, amount, number))
            assert again == pledge
        self.stir()
        self.pay(pledge, payment)

    def pledge(self, form: uuid.UUID, amount: Money, number: int) -> tuple[Pledge, Payment]:
        return make_pledge(
            campaign_id=self.campaign_id,
            amount=amount,
            name="Bruno",
            email=f"bruno-{form.hex[:8]}-{number}@posta.example",
            method="card",
            provider="sandbox",
            provider_account=self.company.account,
            show_name=number % 2 == 0,
            show_amount=number % 3 == 0,
            language="it",
            form_key=form,
        )

    def stir(self) -> None:
        """Now and then the company's next answer to somebody is a bad one."""
        if self.chance.random() < 0.15:
            self.company.break_next(self.chance.choice(ON_CREATE), "payments.create", hold_ms=100)
        if self.chance.random() < 0.15:
            self.company.break_next(self.chance.choice(ON_READ), "payments.read", hold_ms=100)

    def pay(self, pledge: Pledge, payment: Payment) -> None:
        if not self.go_to_the_company(payment):
            return
        for button in self.chance.choice(WAYS):
            if button != "again":
                self.press(payment, button)
            elif (another := insist(lambda: self.again(pledge))) is None:
                return
            elif self.go_to_the_company(payment := another):
                continue
        if self.chance.random() < 0.5:
            self.come_back(payment)

    def go_to_the_company(self, payment: Payment) -> bool:
        try:
            insist(lambda: start(payment))
        except (OutcomeUnknown, ProviderRefused, PaymentIsNotStartable):
            return False
        insist(payment.refresh_from_db)
        return payment.provider_object is not None

    def press(self, payment: Payment, button: str) -> None:
        telling = self.chance.choice(TELLINGS)
        with suppress(HTTPError):  # the page offers that button no more
            self.company.press(str(payment.provider_object), button, notice=telling)

    def come_back(self, payment: Payment) -> None:
        """To the page that looks what became of it."""
        with suppress(OutcomeUnknown, ProviderRefused):
            insist(lambda: refresh_payment(payment_id=payment.pk, at=now()))

    def again(self, pledge: Pledge) -> Payment | None:
        try:
            account = self.company.account
            terms = {"method": "card", "provider": "sandbox", "provider_account": account}
            self.come_back(Payment.objects.filter(purpose_id=pledge.pk).latest("pk"))
            return retry_payment(pledge_id=pledge.pk, **terms)
        except NothingToPay:
            return None


def start(payment: Payment) -> str:
    return start_payment(
        payment_id=payment.pk,
        payee="Circolo Aurora",
        description="Un orto in cortile",
        return_url="http://localhost/it/",
        language="it",
    )


def insist(action: Callable[[], Result]) -> Result:
    """As people do: the page that did not come is asked for again, for a while."""
    until = time.monotonic() + PATIENCE
    lost = 0
    while True:
        try:
            return action()
        except Error:  # a database that goes away in the middle shows in many ways
            connection.close()
            if time.monotonic() > until:
                raise
        except OutcomeUnknown:
            lost += 1
            if lost > 3:
                raise
        time.sleep(0.1)


def main() -> None:
    seed, processes, each, campaign_id = map(int, sys.argv[1:])

    def act(process: int) -> None:
        crowd = Crowd(seed + process, campaign_id)
        for number in range(each):
            crowd.support(number)

    in_processes(processes, act)


if __name__ == "__main__":
    main()

"""Stolen cards are tried from hundreds of addresses; honest supporters still give (A1, A2)."""

import uuid

import pytest
from django.test import Client
from pytest_django import Settings

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.limits.actions.count_failure import count_failure
from colletta.limits.actions.pass_gate import MailboxMustBeProved, TooManyTries, pass_gate
from colletta.limits.models import Brake
from colletta.limits.table import BRAKES
from colletta.mail.models import Letter
from colletta.payments.actions.refresh_payment import refresh_payment
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from tests.cast import live_campaign
from tests.database import Database
from tests.pages.pledging.journeys import press, send, words
from tests.payments.company import Company

TRIES = 10_000
OVER_HTTP = 150
PROXY = "127.0.0.0/8"


@pytest.fixture(autouse=True)
def behind_a_proxy(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = [PROXY]


def visitor(number: int) -> Client:
    """A browser on one of the machines, which claims to be elsewhere, seen through our proxy."""
    claimed = f"203.0.113.{number % 250}"
    return Client(headers={"x-forwarded-for": f"{claimed}, {address_of(number)}"})


def address_of(number: int) -> str:
    """Five hundred addresses in a hundred networks."""
    return f"100.64.{number % 100}.{number // 100 % 5}"


def payments_at(company: Company) -> int:
    """How many payments the company was asked for."""
    found, after = 0, ""
    while True:
        query = f"/v1/payments?limit=100{f'&after={after}' if after else ''}"
        page = company.ask("GET", query)
        found += len(page["items"])
        if not page["more"]:
            return found
        after = page["items"][-1]["id"]


def a_stolen_card(client: Client, campaign: Campaign, company: Company, number: int) -> bool:
    """One card is tried; whether the company heard of it."""
    answer = send(client, campaign, amount="1", email=f"tester{number}@posta.example")
    if answer.status_code != 303:
        assert "card" not in words(answer).lower().partition("method")[0]
        return False
    pledge = Pledge.objects.latest("pk")
    press(company, pledge, "decline")
    payment = Payment.objects.get(purpose_id=pledge.pk)
    refresh_payment(payment_id=payment.pk, at=now())
    return True


def test_A1_a_tester_of_cards_meets_the_brake_and_an_honest_supporter_passes(
    fresh_database: Database, own_company: Company
) -> None:
    campaign = live_campaign()
    heard = sum(
        a_stolen_card(visitor(number), campaign, own_company, number) for number in range(OVER_HTTP)
    )
    assert 0 < payments_at(own_company) == heard <= BRAKES["campaign"].most
    assert Brake.objects.get().subject == f"campaign:{campaign.pk}"
    _an_honest_supporter_passes(campaign)


def _an_honest_supporter_passes(campaign: Campaign) -> None:
    """Bruno types the code that was mailed to him, and goes on to pay."""
    client = visitor(499)
    asked = send(client, campaign, "en")
    assert asked.status_code == 400
    assert "type the code that we sent to bruno@posta.example" in words(asked)
    code = Letter.objects.filter(to="bruno@posta.example").latest("pk").subject.split()[0]
    assert send(client, campaign, "en", code=code).status_code == 303


def test_A1_ten_thousand_tries_from_five_hundred_addresses(fresh_database: Database) -> None:
    """Each refused by the bank: the gate lets through as many as the brake's table says."""
    passed = sum(_passes(number) for number in range(TRIES))
    assert 0 < passed <= BRAKES["campaign"].most


def _passes(number: int) -> bool:
    reference = f"form:{uuid.uuid4()}"
    try:
        pass_gate(
            kind="pledge",
            reference=reference,
            address=address_of(number),
            email=f"tester{number}@posta.example",
            subject="campaign:1",
            proved=False,
        )
    except (TooManyTries, MailboxMustBeProved):
        return False
    count_failure(reference=reference)
    return True

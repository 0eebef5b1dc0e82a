"""The desk's first page: who may see it, and what waits."""

import re

import pytest
from django.db import transaction
from django.test import Client

from colletta.history.clock import now
from colletta.ledger.actions.freeze import freeze
from colletta.limits.actions.mail_code import mail_code
from colletta.limits.models import Brake
from colletta.mail.models import Letter
from colletta.payments.models import Mismatch, Unclaimed
from colletta.pledges.models import RefundRequest
from tests.cast import bruno, gift_of_bruno, live_campaign, pledge_of_bruno
from tests.desk.staff import at_the_desk
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
DESK = "/en/desk/"


def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    answer = client.get(DESK)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/en/people/sign-in/")


def test_a_supporter_does_not_learn_that_it_exists(client: Client) -> None:
    client.force_login(bruno())
    assert client.get(DESK).status_code == 404


def test_without_a_second_factor_nobody_works_there(client: Client) -> None:
    at_the_desk(client, "operator", factor=False)
    answer = client.get(DESK)
    assert (answer.status_code, answer["Location"]) == (302, "/en/people/second-factor/")


def test_an_empty_desk_says_so(client: Client) -> None:
    at_the_desk(client, "operator")
    answer = client.get(DESK)
    assert "Nothing waits." in words_of(answer)
    assert "no-store" in answer["Cache-Control"]


@pytest.fixture
def work() -> None:
    """One of everything that can wait."""
    campaign = live_campaign()
    gift = gift_of_bruno(campaign)
    RefundRequest.objects.create(pledge=gift, reason="I meant to give 2 euro.")
    _, payment = pledge_of_bruno(campaign, "7.77")
    said = {"differs": ["amount"], "amount": "7.76 EUR"}
    Mismatch.objects.create(payment=payment, said=said)
    _, other = pledge_of_bruno(campaign, "8.88")
    Unclaimed.objects.create(payment=other, why="the campaign was cancelled")
    Brake.objects.create(subject="campaign:1", refusals=31)
    with transaction.atomic():
        mail_code(email="bruno@posta.example", language="en")
    Letter.objects.update(begun_at=now(), given_up_at=now(), last_error="nobody is there")
    freeze(reason="A balance drifted.")


def test_an_operator_sees_everything(client: Client, work: None) -> None:
    at_the_desk(client, "operator")
    words = words_of(client.get(DESK))
    for told in (
        "Refunds asked for (1)",
        "I meant to give 2 euro.",
        "Payments that differ (1)",
        "€7.77",
        "7.76 EUR",
        "Money to give back (1)",
        "the campaign was cancelled",
        "Brakes that are on (1)",
        "31 payments refused",
        "Letters that may not have arrived (1)",
        "nobody is there",
        "A balance drifted.",
    ):
        assert told in words


def test_nobody_at_the_desk_reads_a_code_that_was_mailed(client: Client, work: None) -> None:
    at_the_desk(client, "operator")
    code = Letter.objects.get(kind="limits.code").subject.split()[0]
    words = words_of(client.get(DESK))
    assert "limits.code to bruno@posta.example" in words
    assert code not in words


def test_a_treasurer_sees_money_and_no_letters(client: Client, work: None) -> None:
    at_the_desk(client, "treasurer")
    words = words_of(client.get(DESK))
    assert "Refunds asked for (1)" in words
    assert "Letters" not in words.partition("What needs you today")[2].partition("belongs to")[0]
    assert "Brakes" not in words


def test_a_moderator_sees_no_money(client: Client, work: None) -> None:
    at_the_desk(client, "moderator")
    assert "Nothing waits." in words_of(client.get(DESK))


@pytest.mark.parametrize("role", ["operator", "moderator", "treasurer"])
def test_nobody_is_led_to_a_page_that_is_not_theirs(client: Client, role: str) -> None:
    at_the_desk(client, role)
    page = client.get(DESK).content.decode()
    for link in re.findall(r'href="(/en/(?:desk|partners)/[^"]*)"', page):
        assert client.get(link).status_code == 200, link

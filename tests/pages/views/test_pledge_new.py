"""Where supporting a campaign begins: every answer clear, nothing written that was not meant."""

from typing import Any

import pytest
from django.test import Client

from colletta.campaigns.models import Campaign, State
from colletta.history.clock import now
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from colletta.settlement.actions.schedule_campaign import schedule_campaign
from tests.cast import approved_campaign, let_the_closing_come, live_campaign
from tests.pages.pledging.journeys import address, typed, words

pytestmark = pytest.mark.django_db

SANDBOX = {"url": "http://127.0.0.1:9", "account": "acct_1", "key": "k", "secrets": ("s" * 32,)}


@pytest.fixture(autouse=True)
def provider(settings: Any) -> None:
    """A provider that nobody needs to reach: nothing is written in these tests."""
    settings.PAYMENT_PROVIDERS = {"sandbox": SANDBOX}


def test_it_asks_four_things_and_nothing_is_ticked(client: Client) -> None:
    answer = client.get(address(live_campaign(), "en"))
    text = answer.content.decode()
    for name in ("chosen", "amount", "name", "email"):
        assert f'name="{name}"' in text
    assert "checked" not in text
    assert 'type="checkbox"' not in text
    for said in ("€10", "€20", "€50", "€100", "Circolo Aurora", "eighteen or older"):
        assert said in text


def test_it_is_private(client: Client) -> None:
    answer = client.get(address(live_campaign()))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_a_form_from_another_site_is_refused() -> None:
    answer = Client(enforce_csrf_checks=True).post(address(live_campaign()), {"amount": "20"})
    assert answer.status_code == 403


BAD_AMOUNTS = {
    "it": [
        ("", "Scegli un importo"),
        ("0", "più di zero"),
        ("0,00", "più di zero"),
        ("-5", "più di zero"),
        ("1e5", "in cifre"),
        ("１２", "in cifre"),
        (" 5", "in cifre"),
        ("venti", "in cifre"),
        ("1.5", "due modi"),
        ("1,234.56", "due modi"),
        ("20,005", "2 decimali"),
        ("0,50", "più piccolo"),
        ("100.000,01", "più grande"),
        (str(10**18), "più di quanto"),
        ("9" * 5000, "in cifre"),
        ("20 USD", "in EUR"),
    ],
    "en": [("1.234,56", "two ways"), ("1,5", "two ways"), ("NaN", "digits"), ("1e309", "digits")],
}


@pytest.mark.parametrize(
    ("language", "amount", "told"),
    [(language, *one) for language, found in BAD_AMOUNTS.items() for one in found],
)
def test_F69_an_amount_that_cannot_be_read_is_explained_and_kept(
    client: Client, language: str, amount: str, told: str
) -> None:
    campaign = live_campaign()
    answer = client.post(address(campaign, language), typed(client, campaign, amount=amount))
    assert answer.status_code == 400
    assert told in words(answer)
    assert 'value="bruno@posta.example"' in answer.content.decode()
    _nothing_is_written()


def test_a_chosen_and_a_typed_amount_never_contradict_in_silence(client: Client) -> None:
    campaign = live_campaign()
    told = typed(client, campaign, chosen="20.00", amount="35")
    answer = client.post(address(campaign, "en"), told)
    assert answer.status_code == 400
    assert "You chose €20 and typed €35" in words(answer)
    _nothing_is_written()


@pytest.mark.parametrize("chosen", ["1e9", "-20.00", "20", "0.00", "x" * 99])
def test_a_radio_that_was_tampered_with_writes_nothing(client: Client, chosen: str) -> None:
    campaign = live_campaign()
    answer = client.post(address(campaign), typed(client, campaign, chosen=chosen, amount=""))
    assert answer.status_code == 400
    _nothing_is_written()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "Bru\x07no"),
        ("name", "Bruno\u202emoc"),
        ("name", "x" * 10_000),
        ("email", ""),
        ("email", "bruno"),
        ("email", "bruno@posta.example\nBcc: lia@posta.example"),
        ("email", f"{'x' * 300}@posta.example"),
        ("method", "gold"),
        ("form_key", "not a key"),
        ("amount", "20\x00"),
    ],
)
def test_what_cannot_be_taken_is_explained_and_writes_nothing(
    client: Client, field: str, value: str
) -> None:
    campaign = live_campaign()
    answer = client.post(address(campaign), typed(client, campaign, **{field: value}))
    assert answer.status_code == 400
    assert "data-problems" in answer.content.decode()
    _nothing_is_written()


def test_an_empty_form_is_answered_kindly(client: Client) -> None:
    answer = client.post(address(live_campaign()), {})
    assert answer.status_code == 400
    _nothing_is_written()


def _scheduled() -> Campaign:
    return schedule_campaign(campaign_id=approved_campaign().pk)


def _cancelled() -> Campaign:
    campaign = live_campaign()
    cancel_campaign(campaign_id=campaign.pk, reason="Troppo vento", at=now())
    return campaign


def _suspended() -> Campaign:
    campaign = live_campaign()
    Campaign.objects.filter(pk=campaign.pk).update(state=State.SUSPENDED)
    return campaign


def _over() -> Campaign:
    campaign = live_campaign()
    let_the_closing_come(campaign)
    return campaign


@pytest.mark.parametrize("make", [_scheduled, _cancelled, _suspended, _over])
def test_a_campaign_that_is_not_open_says_so_and_keeps_what_was_typed(
    client: Client, make: Any
) -> None:
    campaign = make()
    page = client.get(address(campaign, "en"))
    assert page.status_code == 200
    assert "<form" not in page.content.decode()
    late = client.post(
        address(campaign, "en"), {"amount": "35", "name": "Bruno", "email": "b@c.de"}
    )
    assert late.status_code == 409
    for said in ("nothing was charged", "35", "Bruno", "See other campaigns"):
        assert said in words(late)
    _nothing_is_written()


def test_without_a_provider_it_says_how_to_reach_the_owner(client: Client, settings: Any) -> None:
    settings.PAYMENT_PROVIDERS = {}
    answer = client.get(address(live_campaign(), "en"))
    assert "does not take payments by itself yet" in words(answer)
    assert "mailto:ciao@aurora.example" in answer.content.decode()


def test_a_campaign_that_nobody_may_see_is_not_found(client: Client) -> None:
    assert client.get(address(approved_campaign())).status_code == 404


def _nothing_is_written() -> None:
    assert not Pledge.objects.exists()
    assert not Payment.objects.exists()


def test_A31_a_name_that_leads_elsewhere_is_put_into_no_letter(client: Client) -> None:
    campaign = live_campaign()
    answer = client.post(
        address(campaign), typed(client, campaign, name="Vinci su https://posta.example")
    )
    assert answer.status_code == 400
    assert "senza un indirizzo internet" in words(answer)
    assert not Pledge.objects.exists()

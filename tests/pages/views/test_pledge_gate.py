"""The gate before each payment, as a visitor meets it."""

import re

from django.test import Client

from colletta.limits.models import Brake
from colletta.limits.table import PERSONAL
from colletta.mail.models import Letter
from colletta.payments.models import Payment
from colletta.pledges.models import Pledge
from tests.cast import bruno, live_campaign
from tests.pages.pledging.journeys import address, own_page, pledged, press, typed, words
from tests.payments.company import Company


def test_A1_whoever_tries_too_often_waits_and_keeps_what_was_typed(
    client: Client, company: Company
) -> None:
    campaign, most = live_campaign(), PERSONAL["mail"][0].most
    answers = [client.post(address(campaign), typed(client, campaign)) for _ in range(most + 1)]
    assert [one.status_code for one in answers] == [303] * most + [429]
    assert "troppi tentativi" in words(answers[-1])
    assert 'value="bruno@posta.example"' in answers[-1].content.decode()
    assert Pledge.objects.count() == most


def test_A1_while_the_brake_is_on_a_guest_proves_the_mailbox(
    client: Client, company: Company
) -> None:
    campaign = live_campaign()
    Brake.objects.create(subject=f"campaign:{campaign.pk}", refusals=30)
    told = typed(client, campaign)
    asked = client.post(address(campaign), told)
    assert (asked.status_code, Payment.objects.count()) == (400, 0)
    assert 'name="code"' in asked.content.decode()
    wrong = client.post(address(campaign), told | {"code": "000"})
    assert "Non è l’ultimo codice" in words(wrong)
    right = client.post(address(campaign), told | {"code": _code()})
    assert right.status_code == 303
    assert Payment.objects.count() == 1


def test_A1_the_own_page_asks_for_the_code_as_well(client: Client, company: Company) -> None:
    campaign = live_campaign()
    pledge = pledged(client, campaign)
    press(company, pledge, "cancel")
    Brake.objects.create(subject=f"campaign:{campaign.pk}", refusals=30)
    asked = client.post(f"{own_page(pledge)}payments/")
    assert asked.status_code == 400
    assert 'name="code"' in asked.content.decode()
    right = client.post(f"{own_page(pledge)}payments/", {"code": _code()})
    assert right["Location"].startswith(company.url)


def test_a_person_is_known_and_asked_for_no_code(client: Client, company: Company) -> None:
    campaign = live_campaign()
    Brake.objects.create(subject=f"campaign:{campaign.pk}", refusals=30)
    person = bruno()
    client.force_login(person)
    page = client.get(address(campaign)).content.decode()
    assert f'value="{person.email}"' in page
    told = typed(client, campaign, email="lia@posta.example")
    assert client.post(address(campaign), told).status_code == 303
    pledge = Pledge.objects.get()
    assert (pledge.person, pledge.email) == (person, person.email)


def _code() -> str:
    letter = Letter.objects.filter(kind="limits.code").latest("pk")
    found = re.search(r"^\s*(\d{6})\s*$", letter.text, re.MULTILINE)
    assert found is not None
    return found[1]

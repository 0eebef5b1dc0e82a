"""Bruno at the pledge page, over HTTP."""

import re
from html import unescape
from typing import Any

from django.test import Client

from colletta.campaigns.models import Campaign
from colletta.payments.models import Payment
from colletta.pledges.link import address_of, token_of
from colletta.pledges.models import Pledge
from tests.pages.reading import Answer
from tests.payments.company import Company


def address(campaign: Campaign, language: str = "it") -> str:
    return f"/{language}/campaigns/{campaign.slug}/pledges/new/"


def form_key(client: Client, campaign: Campaign) -> str:
    """The key of a form that was just opened."""
    page = client.get(address(campaign)).content.decode()
    found = re.search(r'name="form_key" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def typed(client: Client, campaign: Campaign, **changes: str) -> dict[str, str]:
    """What Bruno types into a form that he just opened."""
    return {
        "form_key": form_key(client, campaign),
        "amount": "20",
        "name": "Bruno",
        "email": "bruno@posta.example",
        "method": "card",
    } | changes


def send(client: Client, campaign: Campaign, language: str = "it", **changes: str) -> Answer:
    """The form, sent."""
    return client.post(address(campaign, language), typed(client, campaign, **changes))


def pledged(client: Client, campaign: Campaign, **changes: str) -> Pledge:
    """A pledge whose supporter is on the company's page."""
    answer = send(client, campaign, **changes)
    assert answer.status_code == 303, words(answer)
    return Pledge.objects.latest("pk")


def press(company: Company, pledge: Pledge, button: str, **more: Any) -> None:
    """What the supporter does on the company's page."""
    payment = Payment.objects.filter(purpose_id=pledge.pk).latest("pk")
    company.press(str(payment.provider_object), button, **more)


def own_page(pledge: Pledge, language: str = "it") -> str:
    """The path of the pledge's own page."""
    return f"/{language}/pledges/{token_of(pledge)}/"


def whole_address(pledge: Pledge, language: str = "it") -> str:
    return address_of(pledge, language)


def words(answer: Answer) -> str:
    """The text of a page with single blanks."""
    body = answer.content.decode().partition("<body")[2]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).replace("\xa0", " ").split())

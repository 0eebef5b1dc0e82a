"""Writing to the people of a campaign."""

import re

import pytest
from django.test import Client

from colletta.community.models import Conversation
from colletta.mail.models import Letter
from tests.cast import approved_campaign, bruno, live_campaign
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/it/campaigns/orto-in-cortile/messages/new/"
TYPED = {"text": "Posso portare mia figlia?", "name": "Bruno", "email": "bruno@posta.example"}


def key_of(client: Client) -> str:
    found = re.search(r'name="key" value="([^"]+)"', client.get(ADDRESS).content.decode())
    assert found is not None
    return found[1]


def test_a_guest_writes_and_is_told_where_the_answer_comes(client: Client) -> None:
    live_campaign()
    answer = client.post(ADDRESS, TYPED | {"key": key_of(client)})
    assert "La risposta arriva a bruno@posta.example" in words_of(answer)
    assert Conversation.objects.get().person is None
    assert "Posso portare" in Letter.objects.get(to="ciao@aurora.example").text


def test_the_campaigns_page_leads_there_and_shows_no_address(client: Client) -> None:
    live_campaign()
    page = client.get("/it/campaigns/orto-in-cortile/").content.decode()
    assert f'href="{ADDRESS}"' in page
    assert "mailto:ciao@" not in page


def test_whoever_is_signed_in_finds_name_and_address_and_the_conversation(client: Client) -> None:
    live_campaign()
    client.force_login(bruno())
    assert 'value="bruno@posta.example"' in client.get(ADDRESS).content.decode()
    client.post(ADDRESS, TYPED | {"key": key_of(client)})
    client.post(ADDRESS, TYPED | {"key": key_of(client), "email": "altro@posta.example"})
    assert [one.person for one in Conversation.objects.order_by("pk")] == [bruno(), None]


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"text": "a" * 3001},
        {"name": "\u202eonurB"},
        {"email": "bruno"},
        {"website": "https://spam.example"},
        {"key": "x"},
    ],
)
def test_what_is_wrong_is_explained_and_the_rest_kept(
    client: Client, wrong: dict[str, str]
) -> None:
    live_campaign()
    answer = client.post(ADDRESS, TYPED | {"key": key_of(client)} | wrong)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Posso portare" in page or "text" in wrong
    assert not Conversation.objects.exists()


def test_A4_who_writes_without_end_has_to_wait(client: Client) -> None:
    live_campaign()
    for _ in range(10):
        client.post(ADDRESS, TYPED | {"key": key_of(client)})
    answer = client.post(ADDRESS, TYPED | {"key": key_of(client)})
    assert "Sono arrivati troppi messaggi" in words_of(answer)
    assert Conversation.objects.count() == 10


def test_a_campaign_that_is_not_public_has_no_form(client: Client) -> None:
    approved_campaign()
    assert client.get(ADDRESS).status_code == 404

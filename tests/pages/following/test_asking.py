"""Asking to hear of a campaign."""

import pytest
from django.test import Client

from colletta.community.models import Follow
from colletta.mail.models import Letter
from tests.cast import approved_campaign, bruno, live_campaign
from tests.community.followers import follower
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/it/campaigns/orto-in-cortile/follow/"


def test_A5_the_answer_is_the_same_whether_an_address_follows_already(client: Client) -> None:
    campaign = live_campaign()
    follower(campaign, "bruna@posta.example")
    answers = [
        words_of(client.post(ADDRESS, {"email": f"{name}@posta.example"})).replace(name, "")
        for name in ("bruna", "bruno")
    ]
    assert answers[0] == answers[1]
    assert "Ancora un clic" in answers[0]


def test_whoever_is_signed_in_chooses_at_once(client: Client) -> None:
    live_campaign()
    client.force_login(bruno())
    answer = client.post(ADDRESS, {"email": "bruno@posta.example"}, follow=True)
    assert "Segui questa campagna" in words_of(answer)
    assert Follow.objects.get().person == bruno()
    assert not Letter.objects.exists()


@pytest.mark.parametrize("wrong", [{"email": "bruno"}, {}, {"email": "a@b.it", "website": "x"}])
def test_what_is_wrong_is_explained(client: Client, wrong: dict[str, str]) -> None:
    live_campaign()
    assert client.post(ADDRESS, wrong).status_code == 422
    assert not Follow.objects.exists()


def test_A4_who_asks_without_end_has_to_wait(client: Client) -> None:
    live_campaign()
    for number in range(10):
        client.post(ADDRESS, {"email": f"eva{number}@posta.example"})
    answer = client.post(ADDRESS, {"email": "eva@posta.example"})
    assert "Sono arrivati troppi indirizzi" in words_of(answer)
    assert Follow.objects.count() == 10


def test_the_campaigns_page_leads_there(client: Client) -> None:
    live_campaign()
    assert f'href="{ADDRESS}"' in client.get(ADDRESS.removesuffix("follow/")).content.decode()
    approved_campaign(slug="bozza")
    assert client.get("/it/campaigns/bozza/follow/").status_code == 404

"""The campaigns that somebody looks after."""

import pytest
from django.test import Client

from tests.cast import ada, approved_campaign, bruno, carla, live_campaign
from tests.community.talk import in_the_team
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/it/people/campaigns/"


def test_everybody_finds_their_own_and_those_of_their_groups(client: Client) -> None:
    live_campaign()
    live_campaign(slug="mio", owner_organisation=None, owner_person=bruno())
    approved_campaign(slug="bozza")
    client.force_login(bruno())
    assert client.get(ADDRESS).content.decode().count("/updates/new/") == 1
    client.force_login(in_the_team(ada()))
    page = client.get(ADDRESS).content.decode()
    assert "/it/campaigns/orto-in-cortile/updates/new/" in page
    assert page.count("/updates/new/") == 1


def test_who_only_looks_after_the_comments_writes_nothing(client: Client) -> None:
    live_campaign()
    client.force_login(in_the_team(carla(), "moderator"))
    page = client.get(ADDRESS)
    assert "Un orto in cortile" in words_of(page)
    assert "/updates/new/" not in page.content.decode()


def test_it_asks_to_sign_in_and_says_when_there_is_nothing(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 302
    client.force_login(bruno())
    assert "Ancora nessuna campagna" in words_of(client.get(ADDRESS))

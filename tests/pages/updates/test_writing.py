"""Writing an update of a campaign."""

import pytest
from django.test import Client

from colletta.campaigns.models import CampaignText
from colletta.community.models import Update
from tests.cast import ada, bruno, carla, live_campaign
from tests.community.followers import follower
from tests.community.talk import in_the_team
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db
ADDRESS = "/it/campaigns/orto-in-cortile/updates/new/"
TYPED = {"title_it": "È arrivata la terra", "text_it": "Sei sacchi.\n\nGrazie <b>a tutt*</b>!"}


@pytest.fixture
def team(client: Client) -> Client:
    live_campaign()
    client.force_login(in_the_team(ada()))
    return client


def test_what_is_typed_stands_on_the_page_as_plain_words(team: Client) -> None:
    answer = team.post(ADDRESS, TYPED)
    assert answer["Location"] == "/it/campaigns/orto-in-cortile/#updates"
    page = Client().get("/it/campaigns/orto-in-cortile/")
    assert "È arrivata la terra" in words_of(page)
    assert "<p>Grazie &lt;b&gt;a tutt*&lt;/b&gt;!</p>" in page.content.decode()


def test_each_language_of_the_campaign_has_its_fields(team: Client) -> None:
    campaign = follower(live_campaign(slug="altrove")).campaign
    CampaignText.objects.create(
        campaign=campaign, language="en", title="A garden", story="<p>x</p>"
    )
    address = ADDRESS.replace("orto-in-cortile", "altrove")
    half = team.post(address, TYPED | {"title_en": "The soil is here"})
    assert half.status_code == 422
    assert "Scrivi anche questo" in words_of(half)
    assert "Sei sacchi." in half.content.decode()
    assert not Update.objects.exists()
    team.post(address, TYPED | {"title_en": "The soil is here", "text_en": "Six bags."})
    assert Update.objects.get().titles == {"it": "È arrivata la terra", "en": "The soil is here"}
    assert "The soil is here" in words_of(Client().get("/en/campaigns/altrove/"))


def test_one_for_later_is_said_to_wait_in_the_campaigns_own_time(team: Client) -> None:
    answer = team.post(ADDRESS, TYPED | {"when": "2099-05-25T09:00"}, follow=True)
    text = words_of(answer)
    assert "uscirà da solo" in text
    assert "uscirà lunedì 25 maggio 2099, ore 9:00" in text
    assert "È arrivata la terra" not in words_of(Client().get("/it/campaigns/orto-in-cortile/"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"title_it": ""},
        {"text_it": " "},
        {"when": "2020-01-01T09:00"},
        {"when": "domani"},
        {"when": "2027-03-28T02:30"},  # the clock skips it that night
        {"when": "2027-10-31T02:30"},  # the clock shows it twice
        {"text_it": "www.a.example www.b.example www.c.example"},
        {"title_it": "a" * 121},
    ],
)
def test_what_is_wrong_is_explained_and_the_rest_kept(team: Client, wrong: dict[str, str]) -> None:
    answer = team.post(ADDRESS, TYPED | wrong)
    assert answer.status_code == 422
    assert not Update.objects.exists()


def test_A21_others_find_nothing(client: Client) -> None:
    live_campaign()
    assert client.get(ADDRESS).status_code == 302
    for person in (bruno(), in_the_team(carla(), "moderator")):
        client.force_login(person)
        assert client.get(ADDRESS).status_code == 404
        assert client.post(ADDRESS, TYPED).status_code == 404
    assert not Update.objects.exists()

"""Writing an update of a campaign."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from colletta.campaigns.models import CampaignText
from colletta.community.models import Update
from tests.cast import ada, bruno, carla, live_campaign
from tests.community.followers import follower
from tests.community.talk import in_the_team
from tests.pages.reading import words_of
from tests.pictures.darkroom import flag, saved

pytestmark = pytest.mark.django_db
ADDRESS = "/it/campaigns/orto-in-cortile/updates/new/"
TYPED = {
    "title_it": "È arrivata la terra",
    "text_it": "Sei sacchi.\n\nGrazie <b>a tutt*</b>!",
    "readers": "everybody",
}


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


def test_pictures_are_shown_with_what_they_show(team: Client) -> None:
    sent = {
        "picture_1": SimpleUploadedFile("terra.png", saved(flag(160, 120))),
        "alternative_1": "Sei sacchi",
    }
    team.post(ADDRESS, TYPED | sent)
    update = Update.objects.get()
    assert update.pictures.get().alternatives == {"it": "Sei sacchi"}
    for page in ("", f"updates/{update.pk}/"):
        told = Client().get(f"/it/campaigns/orto-in-cortile/{page}").content.decode()
        assert 'alt="Sei sacchi"' in told
        assert "/media/pictures/" in told


@pytest.mark.parametrize(
    ("content", "alternative", "said"),
    [
        (b"<svg onload=alert(1)>", "Un disegno", "id_picture_1_error"),
        (b"%PDF-1.4", "Un disegno", "id_picture_1_error"),
        (None, "", "id_alternative_1_error"),
    ],
)
def test_A15_what_is_no_picture_is_said_and_the_words_are_kept(
    team: Client, content: bytes | None, alternative: str, said: str
) -> None:
    file = SimpleUploadedFile("a.png", content or saved(flag(160, 120)))
    answer = team.post(ADDRESS, TYPED | {"picture_1": file, "alternative_1": alternative})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "Sei sacchi." in page
    assert not Update.objects.exists()


def test_what_is_for_supporters_leads_to_where_they_read_it(team: Client) -> None:
    answer = team.post(ADDRESS, TYPED | {"readers": "supporters"})
    assert answer["Location"].endswith("/updates/for-supporters/")
    assert "È arrivata la terra" not in words_of(Client().get("/it/campaigns/orto-in-cortile/"))
    assert team.post(ADDRESS, TYPED | {"readers": "nobody"}).status_code == 422

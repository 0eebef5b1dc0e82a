"""What a page tells search engines, networks and chats about itself."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from colletta.campaigns.models import Campaign, CampaignText
from colletta.pages.meta import PageMeta, shortened, words_of
from colletta.pages.structured import as_script
from colletta.people.models import Person
from colletta.pictures.actions.store_picture import store_picture
from tests.cast import gift_of_bruno, let_the_closing_come, live_campaign
from tests.pages.reading import facts_of, links_of, meta_of
from tests.pictures.darkroom import photograph


@pytest.fixture
def campaign(db: None) -> Campaign:
    cover = store_picture(file=photograph(width=1400, height=800), name="orto.jpg")
    return live_campaign(cover=cover, cover_alternatives={"it": "Tre vasche al sole"})


def shown(client: Client, language: str = "it") -> Any:
    return client.get(f"/{language}/campaigns/orto-in-cortile/")


def test_a_campaign_has_one_address_in_each_language(client: Client, campaign: Campaign) -> None:
    answer = shown(client)
    url = settings.COLLETTA_URL
    assert links_of(answer, "canonical") == {"": f"{url}/it/campaigns/orto-in-cortile/"}
    assert links_of(answer, "alternate") == {
        "it": f"{url}/it/campaigns/orto-in-cortile/",
        "en": f"{url}/en/campaigns/orto-in-cortile/",
        "x-default": f"{url}/campaigns/orto-in-cortile/",
    }


def test_a_chat_shows_the_cover_with_its_sides_and_words(
    client: Client, campaign: Campaign
) -> None:
    answer = shown(client)
    (address,) = meta_of(answer, "og:image")
    assert address.startswith(f"{settings.COLLETTA_URL}/media/")
    served = client.get(address.removeprefix(settings.COLLETTA_URL))
    assert served["Content-Type"] == "image/jpeg"
    served.close()
    assert meta_of(answer, "og:image:width") == ["1200"]
    assert meta_of(answer, "og:image:height") == ["686"]
    assert meta_of(answer, "og:image:alt") == ["Tre vasche al sole"]
    assert meta_of(answer, "twitter:card") == ["summary_large_image"]
    assert meta_of(answer, "og:locale") == ["it_IT"]
    assert meta_of(answer, "og:locale:alternate") == ["en_GB"]


def test_a_campaign_is_described_by_its_tagline_else_by_its_story(
    client: Client, campaign: Campaign
) -> None:
    assert meta_of(shown(client), "description") == ["Tre vasche, una compostiera."]
    CampaignText.objects.update(tagline="Verdura & vicinato")
    assert meta_of(shown(client), "description") == ["Verdura & vicinato"]


def test_an_open_campaign_can_be_given_to_and_one_that_is_over_cannot(
    client: Client, campaign: Campaign
) -> None:
    gift_of_bruno(campaign)
    project = facts_of(shown(client))["mainEntity"]
    assert (project["@type"], project["name"]) == ("Project", "Un orto in cortile")
    assert project["parentOrganization"]["name"] == "Circolo Aurora"
    assert project["potentialAction"]["@type"] == "DonateAction"
    let_the_closing_come(campaign)
    assert "potentialAction" not in facts_of(shown(client))["mainEntity"]


def test_a_persons_address_is_not_given_to_machines(client: Client, db: None) -> None:
    ada = Person.objects.create_person(email="ada@posta.example", name="Ada")
    live_campaign(owner_organisation=None, owner_person=ada)
    facts = facts_of(shown(client))
    assert facts["mainEntity"]["member"] == {"@type": "Person", "name": "Ada"}
    assert "ada@posta.example" not in str(facts)


def test_A12_no_title_breaks_out_of_the_linked_data(client: Client, campaign: Campaign) -> None:
    title = '</script><script>window.__x=1</script><!-- "&" \u2028'
    CampaignText.objects.update(title=title)
    answer = shown(client)
    assert "<script>window.__x" not in answer.content.decode()
    assert facts_of(answer)["name"] == title
    assert meta_of(answer, "og:title") == [title]


def test_linked_data_survives_the_trip() -> None:
    text = as_script({"name": "<a> & 'b' \"c\" è"})
    assert "<" not in text
    assert "&" not in text


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Uno</p><p>due &amp; tre</p>", "Uno due & tre"),
        ("<p>Ciao<script>x()</script></p>", "Ciao"),
        ("", ""),
    ],
)
def test_a_story_is_described_by_its_words(html: str, words: str) -> None:
    assert shortened(words_of(html)) == words


def test_a_long_description_is_cut_at_the_end() -> None:
    cut = shortened("parola " * 100)
    assert len(cut) <= 160
    assert cut.endswith("…")


def test_the_sites_own_name_is_not_said_twice() -> None:
    def titled(title: str) -> str:
        return PageMeta(title=title, description="", language="it", path="").full_title

    assert titled(settings.SITE_NAME) == settings.SITE_NAME
    assert titled("Orto") == f"Orto · {settings.SITE_NAME}"

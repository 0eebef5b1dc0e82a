"""The language of a page is the first word of its address."""

import pytest
from django.test import Client

from tests.cast import live_campaign
from tests.pages.reading import words_of


@pytest.mark.parametrize(
    ("spoken", "led_to"),
    [
        ("it-IT,it;q=0.9,en;q=0.8", "/it/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("de-DE,de;q=0.9,it;q=0.5,en;q=0.4", "/it/"),
        ("de-DE,fr;q=0.9", "/en/"),
        ("it;q=0,en;q=0.1", "/en/"),
        ("*", "/en/"),
        ("", "/en/"),
        (";;;,q=,\x00", "/en/"),
    ],
)
def test_the_front_door_leads_to_the_visitors_language(
    client: Client, spoken: str, led_to: str
) -> None:
    answer = client.get("/", headers={"accept-language": spoken})
    assert (answer.status_code, answer["Location"]) == (302, led_to)
    assert answer["Vary"] == "Accept-Language"


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/campaigns/", "/it/campaigns/"),
        ("/campaigns", "/it/campaigns/"),
        ("/campaigns/?category=food&state=open", "/it/campaigns/?category=food&state=open"),
        ("/campaigns/orto-in-cortile/", "/it/campaigns/orto-in-cortile/"),
        ("/campaigns/orto-in-cortile/supporters/", "/it/campaigns/orto-in-cortile/supporters/"),
        ("/organisations/circolo-aurora/", "/it/organisations/circolo-aurora/"),
        ("/goals/4/", "/it/goals/4/"),
    ],
)
def test_any_public_address_without_a_language_leads_to_one(
    client: Client, asked: str, led_to: str
) -> None:
    answer = client.get(asked, headers={"accept-language": "it"})
    assert (answer.status_code, answer["Location"]) == (302, led_to)


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["/nothing/", "/%2f%2fevil.example/", "/it", "/campaigns/a/b/c/"])
def test_what_is_nowhere_is_not_found_and_leads_nowhere_else(client: Client, asked: str) -> None:
    answer = client.get(asked, headers={"accept-language": "it"})
    assert answer.status_code in {301, 302, 404}
    assert "evil" not in answer.headers.get("Location", "")


def test_nothing_can_be_sent_to_an_address_without_a_language(client: Client) -> None:
    answer = client.post("/campaigns/", {"category": "food"})
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


@pytest.mark.django_db
def test_no_cookie_and_no_header_changes_the_language_of_an_address(client: Client) -> None:
    live_campaign()
    client.cookies["django_language"] = "it"
    answer = client.get("/en/campaigns/", headers={"accept-language": "it"})
    assert "All campaigns" in words_of(answer)
    assert answer["Vary"] == "Cookie"


@pytest.mark.django_db
def test_a_page_offers_itself_in_the_other_language_with_its_filter(client: Client) -> None:
    page = client.get("/it/campaigns/?category=food").content.decode()
    assert 'href="/en/campaigns/?category=food" lang="en" hreflang="en"' in page

"""Public pages are the same for every visitor and never stale."""

import re

import pytest
from django.test import Client

from colletta.campaigns.models import Campaign
from tests.cast import ada, gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db

PAGES = [
    "/it/",
    "/en/campaigns/",
    "/en/campaigns/orto-in-cortile/",
    "/it/campaigns/orto-in-cortile/supporters/",
    "/it/organisations/circolo-aurora/",
    "/en/goals/4/",
    "/robots.txt",
    "/sitemap.xml",
    "/site.webmanifest",
]


@pytest.fixture(autouse=True)
def campaign() -> Campaign:
    found = live_campaign(sdgs=[4])
    gift_of_bruno(found, "20.00")
    return found


@pytest.mark.parametrize("address", [*PAGES, "/it/nothing/here/", "/de/"])
def test_no_public_page_sets_a_cookie_or_looks_for_a_session(client: Client, address: str) -> None:
    answer = client.get(address)
    assert not answer.cookies
    assert "Set-Cookie" not in answer.headers
    assert not answer.wsgi_request.session.accessed
    assert "CSRF_COOKIE" not in answer.wsgi_request.META
    assert "csrf" not in answer.content.decode().lower()


@pytest.mark.parametrize("address", PAGES)
def test_another_cookie_changes_nothing(client: Client, address: str) -> None:
    plain = client.get(address).content
    client.cookies["colletta_csrf"] = "x" * 32
    client.cookies["other"] = "value"
    answer = client.get(address)
    assert answer.content == plain
    assert not answer.cookies


@pytest.mark.parametrize("address", ["/it/", "/en/campaigns/orto-in-cortile/", "/it/nothing/"])
def test_whoever_signed_in_sees_their_name_on_a_page_that_nobody_keeps(
    client: Client, address: str
) -> None:
    assert "Ada Colombo" not in client.get(address).content.decode()
    client.force_login(ada())
    answer = client.get(address, headers={"if-none-match": "*"})
    assert answer["Cache-Control"] == "private, no-store"
    assert "Cookie" in answer["Vary"]
    assert "Ada Colombo" in answer.content.decode()


def test_a_session_that_is_no_more_shows_the_page_of_everybody(client: Client) -> None:
    client.cookies["colletta_session"] = "gone"
    answer = client.get("/it/")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", PAGES)
def test_an_unchanged_page_travels_once(client: Client, address: str) -> None:
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "address", ["/it/", "/en/campaigns/", "/en/campaigns/orto-in-cortile/", "/en/goals/4/"]
)
def test_a_new_sum_is_on_the_next_request(client: Client, address: str, campaign: Campaign) -> None:
    first = client.get(address)
    assert not re.search(r"51[.,]50", first.content.decode())
    gift_of_bruno(campaign, "31.50")
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert re.search(r"51[.,]50", again.content.decode())


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_can_be_sent_to_a_public_page(client: Client, address: str, method: str) -> None:
    answer = getattr(client, method)(address)
    assert answer.status_code == 405
    assert "GET" in answer["Allow"]


@pytest.mark.parametrize("address", PAGES)
def test_A7_addresses_come_from_the_settings_never_from_the_host(
    client: Client, address: str
) -> None:
    answer = client.get(address, headers={"host": "localhost", "x-forwarded-host": "evil.example"})
    assert "evil.example" not in answer.content.decode()
    assert client.get(address, headers={"host": "evil.example"}).status_code == 400

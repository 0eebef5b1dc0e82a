"""What search engines and phones ask every site for."""

import json
import xml.etree.ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import approved_campaign, live_campaign

pytestmark = pytest.mark.django_db
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def test_the_map_holds_every_public_page_in_both_languages(client: Client) -> None:
    live_campaign(slug="orto", sdgs=[2])
    approved_campaign(slug="not-public-yet")
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    pages = ET.fromstring(answer.content).findall(f"{MAP}url")  # noqa: S314 - our own
    found = [page.findtext(f"{MAP}loc") for page in pages]
    paths = ["", "campaigns/", "campaigns/orto/", "organisations/circolo-aurora/", "goals/2/"]
    paths.append("calls/")
    assert found == [f"{settings.COLLETTA_URL}/{c}/{path}" for path in paths for c in ("it", "en")]
    links = {one.get("hreflang"): one.get("href") for one in pages[4].findall(LINK)}
    assert links == {
        "it": f"{settings.COLLETTA_URL}/it/campaigns/orto/",
        "en": f"{settings.COLLETTA_URL}/en/campaigns/orto/",
        "x-default": f"{settings.COLLETTA_URL}/campaigns/orto/",
    }


def test_every_page_of_the_map_is_there(client: Client) -> None:
    live_campaign(slug="orto", sdgs=[2, 17])
    root = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    for address in root.iter(f"{MAP}loc"):
        path = (address.text or "").removeprefix(settings.COLLETTA_URL)
        assert client.get(path).status_code == 200, path


def test_crawlers_may_read_everything_but_forms(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    assert "Disallow: /it/campaigns/*/pledges/" in lines
    assert "Disallow: /" not in lines
    assert f"Sitemap: {settings.COLLETTA_URL}/sitemap.xml" in lines


def test_a_phone_finds_name_and_icons(client: Client) -> None:
    answer = client.get("/site.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    manifest = json.loads(answer.content)
    assert manifest["name"] == settings.SITE_NAME
    assert [icon["sizes"] for icon in manifest["icons"]] == ["192x192", "512x512"]


def test_the_old_address_of_the_icon_leads_to_the_icon(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert (answer.status_code, answer["Location"]) == (302, "/static/pages/icon-32.png")

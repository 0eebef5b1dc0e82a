"""What happened to a campaign, for programs that read feeds."""

import re

import pytest
from django.test import Client

from colletta.community.actions.note_milestones import note_milestones
from colletta.history.clock import now
from tests.cast import approved_campaign, gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


def test_a_feed_says_it_in_one_language_under_names_that_stay(client: Client) -> None:
    gift_of_bruno(live_campaign())
    note_milestones(at=now())
    answer = client.get("/feeds/campaigns/orto-in-cortile/it/")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert not answer.cookies
    feed = answer.content.decode()
    entries = re.findall(r"<entry>(.*?)</entry>", feed, re.DOTALL)
    titles = [re.findall(r"<title>(.*?)</title>", entry)[0] for entry in entries]
    assert titles == ["È arrivata la prima donazione.", "La campagna si è aperta."]
    assert re.findall(r"<id>(.*?)</id>", entries[0])[0].endswith(
        "/it/campaigns/orto-in-cortile/#first_gift"
    )
    english = client.get("/feeds/campaigns/orto-in-cortile/en/").content.decode()
    assert "The first gift came." in english


def test_the_campaigns_page_names_its_feed_and_tells_the_same(client: Client) -> None:
    gift_of_bruno(live_campaign())
    note_milestones(at=now())
    page = client.get("/it/campaigns/orto-in-cortile/").content.decode()
    assert 'type="application/atom+xml"' in page
    assert "È arrivata la prima donazione." in page
    assert 'href="/feeds/campaigns/orto-in-cortile/it/"' in page


@pytest.mark.parametrize("address", ["orto-in-cortile/de", "orto-in-cortile/xx", "nessuno/it"])
def test_what_is_not_there_has_no_feed(client: Client, address: str) -> None:
    live_campaign()
    assert client.get(f"/feeds/campaigns/{address}/").status_code == 404


def test_a_campaign_that_is_not_public_has_no_feed(client: Client) -> None:
    approved_campaign()
    assert client.get("/feeds/campaigns/orto-in-cortile/it/").status_code == 404

"""The front page: what this place is, then what closes soon, is new, is coming, has made it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from colletta.history.clock import now
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import (
    approved_campaign,
    gift_of_bruno,
    let_the_closing_come,
    live_campaign,
)
from tests.pages.reading import addresses_of_cards, facts_of, meta_of, words_of

pytestmark = pytest.mark.django_db


def test_what_closes_soon_comes_before_what_is_new(client: Client) -> None:
    live_campaign(slug="much-later", closes_at=now() + timedelta(days=60))
    live_campaign(slug="tomorrow", closes_at=now() + timedelta(days=1))
    live_campaign(slug="in-a-week", closes_at=now() + timedelta(days=7))
    answer = client.get("/en/")
    assert addresses_of_cards(answer) == [
        "/en/campaigns/tomorrow/",
        "/en/campaigns/in-a-week/",
        "/en/campaigns/much-later/",
    ]
    words = words_of(answer)
    assert words.index("Closing soon") < words.index("New here")


def test_a_campaign_stands_on_one_shelf_alone(client: Client) -> None:
    for number in range(5):
        live_campaign(slug=f"orto-{number}", closes_at=now() + timedelta(days=number + 1))
    found = addresses_of_cards(client.get("/it/"))
    assert len(found) == len(set(found)) == 5


def test_campaigns_that_made_it_are_shown_without_those_that_did_not(client: Client) -> None:
    reached = live_campaign(slug="reached", target_minor=2000)
    missed = live_campaign(slug="missed", target_minor=9000)
    for campaign in (reached, missed):
        gift_of_bruno(campaign, "20.00")
        let_the_closing_come(campaign)
        close_campaign(campaign_id=campaign.pk, at=now())
    answer = client.get("/en/")
    assert addresses_of_cards(answer) == ["/en/campaigns/reached/"]
    assert "They made it" in words_of(answer)


def test_a_draft_is_nobodys_business(client: Client) -> None:
    approved_campaign(slug="not-yet-public")
    answer = client.get("/en/")
    assert addresses_of_cards(answer) == []
    assert "No campaign is here yet" in words_of(answer)


def test_the_categories_that_have_campaigns_lead_to_them(client: Client) -> None:
    live_campaign(category="food")
    page = client.get("/it/").content.decode()
    assert '<a class="tag filter__remove" href="/it/campaigns/?category=food">Cibo ' in page
    assert "?category=games" not in page


def test_a_filter_on_the_front_page_leads_to_the_filtered_list(client: Client) -> None:
    answer = client.get("/it/?category=food&goal=&state=open")
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/it/campaigns/?category=food&state=open",
    )


def test_the_front_page_costs_the_same_with_many_campaigns(
    client: Client, django_assert_num_queries: Any
) -> None:
    def queries_with(count: int) -> int:
        for number in range(count):
            live_campaign(slug=f"orto-{count}-{number}", closes_at=now() + timedelta(days=3))
        with django_assert_num_queries(11) as asked:
            client.get("/it/")
        return len(asked)

    assert queries_with(1) == queries_with(11)


def test_the_front_page_says_what_it_is_to_machines(client: Client) -> None:
    answer = client.get("/it/")
    assert facts_of(answer)["@type"] == "WebSite"
    assert meta_of(answer, "og:image")[0].endswith("pages/preview.png")
    (description,) = meta_of(answer, "description")
    assert description.startswith("Progetti che servono al quartiere")

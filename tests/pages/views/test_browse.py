"""All campaigns: filtered by a plain address, the most urgent first, a page at a time."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from colletta.campaigns.models import Campaign, State
from colletta.history.clock import now
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from colletta.settlement.actions.close_campaign import close_campaign
from colletta.settlement.actions.schedule_campaign import schedule_campaign
from tests.cast import (
    approved_campaign,
    gift_of_bruno,
    let_the_closing_come,
    live_campaign,
)
from tests.pages.reading import addresses_of_cards, links_of, meta_of, words_of

pytestmark = pytest.mark.django_db


def slugs(client: Client, query: str = "") -> list[str]:
    answer = client.get(f"/en/campaigns/{query}")
    assert answer.status_code == 200
    return [address.split("/")[3] for address in addresses_of_cards(answer)]


def over(slug: str, *, target_minor: int = 100_000, ended: timedelta = timedelta(0)) -> Campaign:
    campaign = live_campaign(slug=slug, target_minor=target_minor)
    gift_of_bruno(campaign, "20.00")
    let_the_closing_come(campaign)
    close_campaign(campaign_id=campaign.pk, at=now())
    if ended:
        Campaign.objects.filter(pk=campaign.pk).update(closes_at=now() - ended)
    return campaign


def soon(slug: str) -> Campaign:
    at = now()
    campaign = approved_campaign(
        slug=slug, opens_at=at + timedelta(days=3), closes_at=at + timedelta(days=33)
    )
    return schedule_campaign(campaign_id=campaign.pk)


def test_open_ones_come_first_then_coming_ones_then_those_over(client: Client) -> None:
    over("over-long-ago", ended=timedelta(days=5))
    over("over-just-now")
    soon("coming")
    live_campaign(slug="closes-late", closes_at=now() + timedelta(days=30))
    live_campaign(slug="closes-early", closes_at=now() + timedelta(hours=3))
    cancel_campaign(campaign_id=live_campaign(slug="called-off").pk, reason="Pioggia", at=now())
    assert slugs(client) == [
        "closes-early",
        "closes-late",
        "coming",
        "over-just-now",
        "over-long-ago",
        "called-off",
    ]


def test_a_draft_never_appears(client: Client) -> None:
    approved_campaign(slug="waits")
    assert slugs(client) == []


def test_a_category_a_goal_and_a_state_narrow_the_list_together(client: Client) -> None:
    live_campaign(slug="bread", category="food", sdgs=[2, 11])
    live_campaign(slug="oven", category="food", sdgs=[11])
    live_campaign(slug="lake", category="environment", sdgs=[2])
    assert set(slugs(client, "?category=food")) == {"bread", "oven"}
    assert set(slugs(client, "?goal=2")) == {"bread", "lake"}
    assert slugs(client, "?category=food&goal=2&state=open") == ["bread"]
    assert slugs(client, "?category=food&goal=2&state=over") == []


def test_the_states_are_those_that_visitors_know(client: Client) -> None:
    live_campaign(slug="open")
    soon("coming")
    over("missed")
    over("reached", target_minor=2000)
    assert slugs(client, "?state=open") == ["open"]
    assert slugs(client, "?state=soon") == ["coming"]
    assert slugs(client, "?state=reached") == ["reached"]
    assert set(slugs(client, "?state=over")) == {"missed", "reached"}


def test_past_its_closing_a_campaign_is_over_before_anybody_has_closed_it(client: Client) -> None:
    campaign = live_campaign(slug="just-over")
    let_the_closing_come(campaign)
    assert Campaign.objects.get(pk=campaign.pk).state == State.LIVE
    assert slugs(client, "?state=open") == []
    assert slugs(client, "?state=over") == ["just-over"]


def test_each_choice_says_how_many_campaigns_it_would_show(client: Client) -> None:
    live_campaign(slug="bread", category="food", sdgs=[2])
    live_campaign(slug="oven", category="food", sdgs=[2, 11])
    live_campaign(slug="lake", category="environment", sdgs=[2])
    page = client.get("/en/campaigns/?goal=11").content.decode()
    assert '<option value="food">Food (1)</option>' in page
    assert '<option value="environment">Environment (0)</option>' in page
    assert '<option value="11" selected>11. Sustainable Cities and Communities (1)</option>' in page
    assert '<option value="2">2. Zero Hunger (3)</option>' in page
    assert '<option value="open">Open (1)</option>' in page


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("?category=food&goal=&state=", "?category=food"),
        ("?state=open&category=food", "?category=food&state=open"),
        ("?category=weapons", ""),
        ("?goal=18", ""),
        ("?state=draft", ""),
        ("?page=1", ""),
        ("?page=999", ""),
        ("?page=minus-one&goal=2", "?goal=2"),
        ("?campaign_source=chat", ""),
        ("?", ""),
    ],
)
def test_every_list_has_one_address(client: Client, asked: str, led_to: str) -> None:
    answer = client.get(f"/it/campaigns/{asked}")
    if asked == "?":  # a bare question mark does not reach the site as a query
        assert answer.status_code == 200
    else:
        assert (answer.status_code, answer["Location"]) == (302, f"/it/campaigns/{led_to}")


def test_an_empty_list_offers_ways_on(client: Client) -> None:
    live_campaign(category="food")
    answer = client.get("/en/campaigns/?category=music&state=open")
    assert "Nothing fits all of these choices" in words_of(answer)
    page = answer.content.decode()
    assert 'href="/en/campaigns/?state=open">Music ' in page
    assert 'href="/en/campaigns/?category=music">Open ' in page
    assert 'href="/en/campaigns/">Clear the filter' in page


def test_a_site_without_campaigns_says_so(client: Client) -> None:
    assert "No campaign is here yet" in words_of(client.get("/en/campaigns/"))


def test_long_lists_come_a_page_at_a_time(client: Client) -> None:
    for number in range(30):
        closing = now() + timedelta(days=1, minutes=number)
        live_campaign(slug=f"orto-{number:02}", category="food", closes_at=closing)
    first = client.get("/en/campaigns/?category=food")
    assert len(addresses_of_cards(first)) == 24
    assert 'rel="next" href="?category=food&amp;page=2"' in first.content.decode()
    second = client.get("/en/campaigns/?category=food&page=2")
    assert addresses_of_cards(second)[0] == "/en/campaigns/orto-24/"
    assert 'rel="prev" href="?category=food"' in second.content.decode()
    assert "Page 2 of 2" in words_of(second)
    assert links_of(second, "canonical")[""].endswith("/en/campaigns/?category=food&amp;page=2")


def test_the_list_costs_the_same_with_many_cards(
    client: Client, django_assert_num_queries: Any
) -> None:
    live_campaign(slug="one")
    with django_assert_num_queries(8):
        client.get("/it/campaigns/")
    for number in range(12):
        gift_of_bruno(live_campaign(slug=f"orto-{number}"))
    with django_assert_num_queries(8):
        client.get("/it/campaigns/")


def test_a_card_says_what_counts(client: Client) -> None:
    campaign = live_campaign(target_minor=700_000, closes_at=now() + timedelta(hours=34))
    gift_of_bruno(campaign, "3531.00")
    words = words_of(client.get("/it/campaigns/"))
    for part in (
        "Ambiente",
        "Un orto in cortile",
        "Circolo Aurora",
        "3.531 € raccolti su 7.000 €",
        "50 %",
        "1 sostenitore",
        "34 ore",
    ):
        assert part in words, part


def test_a_card_of_a_cancelled_campaign_names_no_closing(client: Client) -> None:
    campaign = live_campaign()
    cancel_campaign(campaign_id=campaign.pk, reason="Pioggia", at=now())
    words = words_of(client.get("/en/campaigns/"))
    assert "Cancelled" in words
    assert "closed" not in words


def test_a_filtered_list_has_a_title_of_its_own(client: Client) -> None:
    assert meta_of(client.get("/it/campaigns/?category=food"), "og:title") == ["Progetti · Cibo"]

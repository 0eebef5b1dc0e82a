"""The page of a campaign, whole and the same for everybody."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from colletta.campaigns.models import Campaign, CampaignText
from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from colletta.settlement.actions.close_campaign import close_campaign
from colletta.settlement.actions.schedule_campaign import schedule_campaign
from tests.cast import (
    approved_campaign,
    gift_of_bruno,
    let_the_closing_come,
    live_campaign,
    match_of_delta,
    promise_of_bruno,
)

pytestmark = pytest.mark.django_db


def test_an_open_campaign_shows_its_figures(client: Client) -> None:
    campaign = live_campaign(target_minor=700_000, closes_at=now() + timedelta(hours=34))
    gift_of_bruno(campaign, "3531.00")
    text = _text(client, campaign)
    for words in ("€3,531.00", "raised of €7,000.00", "50%", "34 hours", "Support this project"):
        assert words in text
    assert "Circolo Aurora" in text


def test_an_open_campaign_in_italian(client: Client) -> None:
    campaign = live_campaign(target_minor=700_000)
    gift_of_bruno(campaign, "3531.00")
    text = _text(client, campaign, "it")
    assert "3.531,00\xa0€" in text
    assert "50\xa0%" in text


def test_no_visitor_leaves_or_gets_anything_of_their_own(client: Client) -> None:
    answer = client.get(_address(live_campaign()))
    assert not answer.cookies
    assert "csrf" not in answer.content.decode().lower()
    assert "Cookie" in answer["Vary"]  # whoever is signed in gets a page of their own


def test_the_page_costs_the_same_with_many_gifts(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    campaign = live_campaign()
    for number in range(30):
        shown: dict[str, Any] = {"show_name": True, "show_amount": bool(number % 3)}
        gift_of_bruno(campaign, email=f"s{number}@posta.example", **shown)
    with django_assert_max_num_queries(18):
        client.get(_address(campaign))


def test_the_wall_shows_what_was_chosen(client: Client) -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, "33.00", name="Lia", show_name=True, show_amount=True)
    gift_of_bruno(campaign, "44.00", name="Nino", email="n@posta.example", show_amount=True)
    gift_of_bruno(campaign, "55.00", name="Zita", email="z@posta.example", show_name=True)
    text = _text(client, campaign)
    assert "€33" in text
    assert "Lia" in text
    assert "Nino" not in text
    assert "Anonymous supporter" in text
    assert "Zita" not in text
    assert "€55" not in text


def test_what_people_typed_is_never_markup(client: Client) -> None:
    campaign = live_campaign()
    gift_of_bruno(
        campaign, name="<script>x</script>", message="<b>ciao</b>", show_name=True, show_amount=True
    )
    html = client.get(_address(campaign)).content.decode()
    assert "<script>x" not in html
    assert "<b>ciao" not in html


def test_a_match_says_its_rule_and_what_it_adds(client: Client) -> None:
    campaign = live_campaign(target_minor=700_000)
    match_of_delta(campaign)
    before = _text(client, campaign)
    assert "Fondazione Delta adds whatever is still needed to reach the target" in before
    assert "threshold €3,500" in before
    assert "Not reached yet" in before
    assert "€3,500 more is needed." in before
    gift_of_bruno(campaign, "3500.00")
    evaluate_matches(campaign_id=campaign.pk, at=now())
    after = _text(client, campaign)
    html = client.get(_address(campaign)).content.decode()
    assert 'content="50% from people, 100% with Fondazione Delta. ' in html
    assert "50% from people, 100% with Fondazione Delta" in after
    assert "Fondazione Delta adds €3,500: the target is reached." in after
    assert "Not a cent more than it takes: each further gift protects it." in after


def test_a_missing_translation_is_shown_in_its_original(client: Client) -> None:
    campaign = live_campaign()
    CampaignText.objects.create(campaign=campaign, language="en", title="A garden in the yard")
    html = client.get(_address(campaign)).content.decode()
    assert re.search(r'<h1 class="title">A garden in the yard', html)
    assert '<div class="prose" lang="it"><p>Tre vasche' in html


def test_a_scheduled_campaign_says_when_it_opens(client: Client) -> None:
    campaign = approved_campaign(opens_at=now() + timedelta(days=2))
    schedule_campaign(campaign_id=campaign.pk)
    text = _text(client, campaign)
    assert "This campaign has not opened yet." in text
    assert "Support this project" not in text


def test_past_its_deadline_a_campaign_is_closing(client: Client) -> None:
    campaign = live_campaign()
    let_the_closing_come(campaign)
    text = _text(client, campaign)
    assert "The time is up." in text
    assert "Support this project" not in text


@pytest.mark.parametrize(
    ("kind", "target", "words"),
    [
        ("keep-it-all", 2000, "The target was reached: 1 person gave €20."),
        ("keep-it-all", 4000, "1 person gave €20 of €40. The project keeps what was given."),
        ("all-or-nothing", 2000, "The target was reached: of €20 promised, €20 arrived."),
        ("all-or-nothing", 4000, "€20 of €40 were promised, so nobody was charged."),
    ],
)
def test_a_campaign_that_ended_says_how(client: Client, kind: str, target: int, words: str) -> None:
    campaign = live_campaign(type=kind, target_minor=target)
    give = gift_of_bruno if kind == "keep-it-all" else promise_of_bruno
    give(campaign, "20.00")
    let_the_closing_come(campaign)
    close_campaign(campaign_id=campaign.pk, at=now())
    assert words in _text(client, campaign)


def test_a_cancelled_campaign_says_why(client: Client) -> None:
    campaign = live_campaign()
    cancel_campaign(campaign_id=campaign.pk, at=now(), reason="La sala non c'è più.")
    text = _text(client, campaign)
    assert "This campaign was cancelled before its end." in text
    assert "La sala non c'è più." in text


@pytest.mark.parametrize("state", ["draft", "approved"])
def test_what_is_not_public_is_not_there(client: Client, state: str) -> None:
    campaign = approved_campaign(state=state)
    assert client.get(_address(campaign)).status_code == 404
    assert client.get(f"{_address(campaign)}pledges/new/").status_code == 404


def test_a_page_is_only_read(client: Client) -> None:
    assert client.post(_address(live_campaign())).status_code == 405


def _address(campaign: Campaign, language: str = "en") -> str:
    return f"/{language}/campaigns/{campaign.slug}/"


def _text(client: Client, campaign: Campaign, language: str = "en") -> str:
    answer = client.get(_address(campaign, language))
    assert answer.status_code == 200
    html = answer.content.decode().replace("&#x27;", "'")
    return re.sub(r"[ \n]+", " ", re.sub(r"<[^>]+>", "", html))

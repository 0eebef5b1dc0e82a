"""A sustainable development goal and the campaigns that serve it."""

import pytest
from django.test import Client

from colletta.campaigns.goals import GOALS
from tests.cast import live_campaign
from tests.pages.reading import addresses_of_cards, words_of

pytestmark = pytest.mark.django_db


def test_a_goal_shows_its_campaigns(client: Client) -> None:
    live_campaign(slug="school", sdgs=[4])
    live_campaign(slug="lake", sdgs=[14])
    answer = client.get("/it/goals/4/")
    assert addresses_of_cards(answer) == ["/it/campaigns/school/"]
    words = words_of(answer)
    assert "Istruzione di qualità" in words
    assert "1 progetto contribuisce a questo obiettivo" in words


def test_a_goal_that_nobody_serves_says_so(client: Client) -> None:
    assert "No campaign serves this goal yet." in words_of(client.get("/en/goals/14/"))


def test_every_goal_leads_to_the_others(client: Client) -> None:
    page = client.get("/en/goals/1/").content.decode()
    assert len(GOALS) == 17
    for number in GOALS:
        assert f'href="/en/goals/{number}/"' in page
    assert page.count('aria-current="page"') == 1


@pytest.mark.parametrize("number", ["0", "18", "999999999999999999999"])
def test_there_are_seventeen_goals_only(client: Client, number: str) -> None:
    assert client.get(f"/it/goals/{number}/").status_code == 404

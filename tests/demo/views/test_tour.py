"""The tour, as a newcomer reads it."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from colletta.demo.cast import CAST, WORD
from colletta.demo.codes import code_of
from colletta.demo.tour import STEPS, told
from tests.demo.shelf import campaigns
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demonstration(settings: Settings) -> None:
    settings.COLLETTA_DEMO = True


@pytest.mark.parametrize("language", ["it", "en"])
def test_it_says_who_one_can_be_and_how(client: Client, language: str) -> None:
    answer = client.get(f"/{language}/_tour/")
    said = words_of(answer)
    assert WORD in said
    for player in CAST:
        assert player.email in said
        assert not player.desk or re.search(r"\b\d{6}\b", said)
    assert "no-store" in answer["Cache-Control"]
    assert client.cookies == {}


def test_the_code_is_the_one_of_this_moment(client: Client) -> None:
    desk = [player for player in CAST if player.desk]
    before = [code_of(player).digits for player in desk]
    said = words_of(client.get("/en/_tour/"))
    assert all(code in said for code in before) or before != [code_of(one).digits for one in desk]


def test_the_bar_of_a_demonstration_leads_to_it(client: Client) -> None:
    page = client.get("/it/").content.decode()
    assert 'href="/it/_tour/"' in page
    assert "Qui non si muove denaro vero" in page


def test_a_real_site_has_no_tour(client: Client, settings: Settings) -> None:
    settings.COLLETTA_DEMO = False
    assert client.get("/en/_tour/").status_code == 404
    assert "_tour" not in client.get("/en/").content.decode()


def test_the_terminal_tells_the_same() -> None:
    lines = list(told(site="http://127.0.0.1:8000", command="bin/colletta"))
    told_at_once = "\n".join(lines)
    assert all(player.email in told_at_once for player in CAST)
    assert all(step.title in told_at_once for step in STEPS)
    assert "bin/colletta demo code carla" in told_at_once
    assert all(len(line) <= 100 for line in lines)


def test_five_steps_lead_to_campaigns_that_are_there() -> None:
    slugs = {campaign.terms.slug for campaign in campaigns()}
    named = [path.split("/")[1] for step in STEPS if (path := step.path).startswith("campaigns/")]
    assert len(STEPS) == 5
    assert named
    assert set(named) <= slugs

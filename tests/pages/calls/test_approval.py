"""The approval paper, for the partner's team alone."""

import json

import pytest
from django.test import Client

from colletta.matching.models import Match
from tests.cast import bruno, carla, gift_of_bruno, live_campaign, match_of_delta
from tests.matching.steps import looked_at
from tests.pages.calls.test_simulation import partner_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def match() -> Match:
    match = match_of_delta(live_campaign())
    gift_of_bruno(match.campaign, "600.00")
    gift_of_bruno(match.campaign, "25.00", email="ciao@aurora.example")
    return looked_at(match)


@pytest.fixture
def client() -> Client:
    client = Client()
    partner_of(carla())
    client.force_login(carla())
    return client


def where(match: Match, name: str = "approval/") -> str:
    return f"/en/partners/matches/{match.pk}/{name}"


def test_the_page_tells_gifts_people_exclusions_rule_and_digest(
    client: Client, match: Match
) -> None:
    told = client.get(where(match)).content.decode()
    digest = json.loads(client.get(where(match, "approval.json")).content)["sha256"]
    for words in ("€600.00", "Not counted: from the owner or its team", "€375.00", digest):
        assert words in told
    assert "bruno@posta.example" not in told


@pytest.mark.parametrize("name", ["approval/", "approval.csv", "approval.json"])
def test_whoever_is_not_in_the_team_finds_nothing(match: Match, name: str) -> None:
    client = Client()
    assert client.get(where(match, name)).status_code == 302
    client.force_login(bruno())
    assert client.get(where(match, name)).status_code == 404


def test_the_table_is_kept_as_a_file_that_no_browser_guesses_about(
    client: Client, match: Match
) -> None:
    answer = client.get(where(match, "approval.csv"))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="orto-in-cortile-')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]

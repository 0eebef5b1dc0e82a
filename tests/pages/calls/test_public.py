"""Calls as everybody sees them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from colletta.history.clock import now
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.share_board import share_board
from colletta.matching.actions.withhold_board import withhold_board
from colletta.matching.models import CallState
from tests.cast import gift_of_bruno, live_campaign
from tests.matching.calls import call_of_delta
from tests.matching.steps import looked_at
from tests.matching.teams import application_of, dora

pytestmark = pytest.mark.django_db


def test_the_page_tells_the_rule_the_pool_and_where_each_campaign_stands(client: Client) -> None:
    made = application_of(live_campaign(), call_of_delta())
    match = admit_campaign(application_id=made.pk, by_id=dora().pk, at=now()).match
    assert match is not None
    gift_of_bruno(made.campaign, "320.00")
    looked_at(match)
    page = client.get("/en/calls/verde-vicino/").content.decode()
    assert "Once people have given 50 % of the target, Fondazione Delta adds" in page
    assert "€180 missing" in page
    assert "€4,500" in page  # of the pool are free
    gift_of_bruno(made.campaign, "180.00")
    looked_at(match)
    assert "€500 added" in client.get("/en/calls/verde-vicino/").content.decode()


def test_many_campaigns_take_no_more_queries_than_one(client: Client) -> None:
    call, counts = call_of_delta(), list[int]()
    for number in range(3):
        made = application_of(live_campaign(slug=f"orto-{number}"), call)
        admit_campaign(application_id=made.pk, by_id=dora().pk, at=now())
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/en/calls/verde-vicino/").status_code == 200
        counts.append(len(asked))
    assert counts[1] == counts[2]
    assert counts[2] <= 25


def test_the_list_has_open_and_closed_calls_and_no_draft(client: Client) -> None:
    call_of_delta()
    call_of_delta(slug="bozza", state=CallState.DRAFT, titles={"en": "Sketch"})
    page = client.get("/en/calls/").content.decode()
    assert "Green nearby" in page
    assert "Sketch" not in page
    assert "calls/verde-vicino/" in client.get("/sitemap.xml").content.decode()


def test_the_rule_is_published_as_data(client: Client) -> None:
    call_of_delta()
    published = client.get("/en/calls/verde-vicino.json").json()
    assert published["rule"] == {"gives": "gap-to-target", "threshold_share": "50%"}
    assert (published["pool"], published["version"]) == ("5000.00", 1)


def test_a_board_is_seen_by_its_link_until_that_is_taken_back(client: Client) -> None:
    call = share_board(call_id=call_of_delta().pk)
    path = f"/en/calls/boards/{call.board_key}/"
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<form" not in answer.content.decode().split("<main")[1]
    withhold_board(call_id=call.pk)
    assert client.get(path).status_code == 404

"""What a follower hears of."""

import pytest
from django.test import Client

from colletta.community.actions.follow_campaign import follow_campaign
from colletta.community.follow_link import token_of
from colletta.community.models import Follow
from colletta.history.clock import now
from colletta.mail.kinds import Timing, Topic
from colletta.mail.preferences import timing_of
from tests.cast import live_campaign
from tests.community.followers import follower
from tests.mail.choosing import switch_off
from tests.pages.reading import words_of

pytestmark = pytest.mark.django_db


def link(follow: Follow, rest: str = "") -> str:
    return f"/it/follows/{token_of(follow)}/{rest}"


def test_a_look_confirms_nothing_and_a_click_does(client: Client) -> None:
    campaign = live_campaign()
    follow = follow_campaign(
        campaign_id=campaign.pk, email="bruno@posta.example", language="it", at=now()
    )
    assert "Vuoi seguire questa campagna?" in words_of(client.get(link(follow)))
    assert Follow.objects.get().confirmed_at is None
    client.post(link(follow, "confirmation/"))
    assert Follow.objects.get().confirmed_at is not None


def test_kinds_are_chosen(client: Client) -> None:
    follow = follower(live_campaign())
    answer = client.post(link(follow), {"news": ["ended", "update"]}, follow=True)
    assert "La tua scelta è salvata" in words_of(answer)
    assert Follow.objects.get().news == ["ended", "update"]
    assert client.post(link(follow), {"news": ["spam"]}).status_code == 422
    assert client.post(link(follow), {}).status_code == 422


def test_it_ends_with_one_press_and_a_look_ends_nothing(client: Client) -> None:
    follow = follower(live_campaign())
    assert client.get(link(follow, "end/")).status_code == 405
    assert Follow.objects.get().ended_at is None
    answer = client.post(link(follow, "end/"), follow=True)
    assert Follow.objects.get().ended_at is not None
    assert "Non segui più questa campagna" in words_of(answer)


def test_who_chooses_news_hears_of_it_even_if_letters_like_it_were_off(client: Client) -> None:
    follow = follower(live_campaign())
    switch_off(follow.email, Topic.UPDATES, Topic.DEADLINES)
    client.post(link(follow), {"news": ["update"]})
    assert timing_of(follow.email, Topic.UPDATES) == Timing.AT_ONCE
    assert timing_of(follow.email, Topic.DEADLINES) == Timing.NEVER


def test_A48_an_altered_link_opens_nothing(client: Client) -> None:
    follow = follower(live_campaign())
    for rest in ("", "confirmation/", "end/"):
        altered = link(follow, rest).replace("/follows/", "/follows/9")
        assert client.post(altered).status_code == 404

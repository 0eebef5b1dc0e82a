"""Somebody wants to hear of a campaign."""

from datetime import timedelta
from typing import Any

import pytest

from colletta.campaigns.models import Campaign
from colletta.community.actions.end_follow import end_follow
from colletta.community.actions.follow_campaign import follow_campaign
from colletta.community.models import Follow, News
from colletta.history.clock import now
from colletta.mail.models import Letter
from tests.cast import ada, approved_campaign, bruno, live_campaign
from tests.community.followers import follower

pytestmark = pytest.mark.django_db


def ask(campaign: Campaign, email: str = "bruno@posta.example", days: int = 0) -> Follow:
    at = now() + timedelta(days=days)
    return follow_campaign(campaign_id=campaign.pk, email=email, language="it", at=at)


def test_an_address_is_asked_before_anything_goes_there() -> None:
    campaign = live_campaign()
    follow = ask(campaign)
    assert not Follow.objects.wanting(News.ENDED).exists()
    letter = Letter.objects.get()
    assert (letter.to, letter.unsubscribe) == ("bruno@posta.example", "")
    assert "/it/follows/" in letter.text
    assert set(follow.news) == set(News.values)


def test_A4_nobody_fills_a_mailbox_by_asking_again() -> None:
    campaign = live_campaign()
    for address in ("bruno@posta.example", "BRUNO@posta.example", "bruno@posta.example"):
        ask(campaign, address)
    assert Follow.objects.count() == Letter.objects.count() == 1
    ask(campaign, days=1)
    assert Letter.objects.count() == 2


def test_whoever_is_signed_in_follows_with_their_own_address_at_once() -> None:
    campaign = live_campaign()
    terms: dict[str, Any] = {"campaign_id": campaign.pk, "language": "it", "at": now()}
    follow = follow_campaign(email="Bruno@Posta.Example", person=bruno(), **terms)
    assert follow.confirmed_at is not None
    assert not Letter.objects.exists()
    other = follow_campaign(email="altra@posta.example", person=ada(), **terms)
    assert other.confirmed_at is None
    assert Letter.objects.get().to == "altra@posta.example"


def test_a_stranger_cannot_begin_again_what_somebody_ended() -> None:
    campaign = live_campaign()
    follow = follower(campaign)
    end_follow(follow_id=follow.pk, at=now())
    ask(campaign, days=2)
    assert not Follow.objects.wanting(News.ENDED).exists()
    assert Letter.objects.count() == 2


def test_a_follower_is_not_asked_again() -> None:
    campaign = live_campaign()
    follower(campaign)
    ask(campaign, days=3)
    assert Letter.objects.count() == 1
    assert Follow.objects.wanting(News.ENDED).exists()


def test_what_is_not_public_has_no_followers() -> None:
    with pytest.raises(Campaign.DoesNotExist):
        ask(approved_campaign())

"""Somebody wants to hear no more of a campaign."""

import pytest

from colletta.community.actions.confirm_follow import confirm_follow
from colletta.community.actions.end_follow import end_follow
from colletta.community.models import Follow, News
from colletta.history.clock import now
from tests.cast import live_campaign
from tests.community.followers import follower

pytestmark = pytest.mark.django_db


def test_twice_is_once_and_it_can_begin_again() -> None:
    follow = follower(live_campaign())
    end_follow(follow_id=follow.pk, at=now())
    first = Follow.objects.get().ended_at
    end_follow(follow_id=follow.pk, at=now())
    assert Follow.objects.get().ended_at == first is not None
    assert not Follow.objects.wanting(News.UPDATE).exists()
    confirm_follow(follow_id=follow.pk, at=now())
    assert Follow.objects.wanting(News.UPDATE).exists()

"""The owner of a mailbox says that they want to hear of a campaign."""

import pytest

from colletta.community.actions.confirm_follow import confirm_follow
from colletta.community.models import Follow, News
from colletta.history.clock import now
from tests.cast import live_campaign
from tests.community.followers import follower

pytestmark = pytest.mark.django_db


def test_twice_is_once() -> None:
    follow = follower(live_campaign())
    confirm_follow(follow_id=follow.pk, at=now())
    again = Follow.objects.wanting(News.UPDATE).get()
    assert again.confirmed_at == follow.confirmed_at

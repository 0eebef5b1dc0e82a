"""A moderator hides an update."""

import pytest

from colletta.community.actions.moderate_update import moderate_update
from colletta.history.clock import now
from colletta.history.models import Fact
from tests.cast import live_campaign
from tests.community.reporting import moderator

pytestmark = pytest.mark.django_db


def test_it_is_hidden_for_the_first_reason_and_given_back() -> None:
    news = live_campaign().updates.create(
        name="news", language="it", titles={}, texts={}, published_at=now()
    )
    for because in ("It deceives.", "Another reason."):
        moderate_update(update_id=news.pk, because=because, by=moderator(), at=now())
    news.refresh_from_db()
    assert (news.hidden_because, news.hidden_by) == ("It deceives.", moderator())
    assert Fact.objects.filter(kind="update.hidden").count() == 1
    shown = moderate_update(update_id=news.pk, because="", by=moderator(), at=now())
    assert (shown.hidden_at, shown.hidden_by, shown.hidden_because) == (None, None, "")

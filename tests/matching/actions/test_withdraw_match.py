"""A campaign leaves its match while it is locked, and frees what was reserved."""

import pytest

from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.actions.withdraw_match import MatchIsOn, withdraw_match
from tests.cast import gift_of_bruno, live_campaign, match_of_delta

pytestmark = pytest.mark.django_db


def test_leaving_frees_the_pool_once() -> None:
    match = match_of_delta(live_campaign())
    for _ in range(2):
        withdraw_match(match_id=match.pk, at=now())
    match.refresh_from_db()
    match.call.refresh_from_db()
    assert (match.state, match.reserved_minor, match.call.reserved_minor) == ("withdrawn", 0, 0)


def test_nobody_leaves_what_people_unlocked() -> None:
    match = match_of_delta(live_campaign())
    gift_of_bruno(match.campaign, "500.00")
    evaluate_matches(campaign_id=match.campaign_id, at=now())
    with pytest.raises(MatchIsOn):
        withdraw_match(match_id=match.pk, at=now())

"""A partner begins a call."""

from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.matching.actions.draft_call import draft_call
from colletta.matching.models import Call
from colletta.matching.steps import MatchRefused
from tests.cast import fondazione_delta
from tests.matching.teams import dora, outline

pytestmark = pytest.mark.django_db


def test_a_draft_has_its_first_rule_and_nobody_else_sees_it() -> None:
    call = draft_call(partner_id=fondazione_delta().pk, by_id=dora().pk, outline=outline())
    assert (call.slug, call.state, call.rule.version) == ("verde-vicino", "draft", 1)
    assert not Call.objects.public().exists()
    assert Fact.objects.filter(kind="call.drafted", about=str(call)).count() == 1


def test_two_calls_of_one_title_have_two_addresses() -> None:
    partner, person = fondazione_delta().pk, dora().pk
    made = [draft_call(partner_id=partner, by_id=person, outline=outline()) for _ in range(2)]
    assert [call.slug for call in made] == ["verde-vicino", "verde-vicino-2"]


def test_a_call_that_closes_before_it_opens_is_refused() -> None:
    turned = outline(opens_at=now(), closes_at=now() - timedelta(days=1))
    with pytest.raises(MatchRefused, match="a_call_closes_after_it_opens"):
        draft_call(partner_id=fondazione_delta().pk, by_id=dora().pk, outline=turned)
    assert not Call.objects.exists()


def test_a_ratio_above_ten_is_refused_by_the_database_too() -> None:
    steep = outline(
        rule={"gives": "ratio", "threshold_minor": 0, "ratio": 100_001, "cap_minor": 100}
    )
    with pytest.raises(MatchRefused, match="a_rule_says_what_it_gives"):
        draft_call(partner_id=fondazione_delta().pk, by_id=dora().pk, outline=steep)

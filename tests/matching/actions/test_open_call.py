"""A call is published."""

from datetime import timedelta
from typing import Any

import pytest

from colletta.history.clock import now
from colletta.matching.actions.open_call import CallIsNotADraft, WindowIsOver, open_call
from colletta.matching.models import Call, CallState
from colletta.matching.soundness import RuleIsUnsound
from tests.matching.calls import call_of_delta
from tests.matching.teams import dora

pytestmark = pytest.mark.django_db

HALF = {"threshold_share": 5_000}


def opened(call: Call) -> Call:
    return open_call(call_id=call.pk, by_id=dora().pk, at=now())


def test_an_opened_call_is_public() -> None:
    call = opened(call_of_delta(state=CallState.DRAFT))
    assert list(Call.objects.public()) == [call]
    with pytest.raises(CallIsNotADraft):
        opened(call)


@pytest.mark.parametrize(
    "rule",
    [
        {"gives": "flat", "amount_minor": 500_001},
        {"gives": "ratio", "ratio": 10_000, "cap_minor": 500_001},
        {"gives": "gap-to-target", "cap_minor": 500_001},
    ],
)
def test_a_rule_that_can_cost_more_than_its_pool_is_refused(rule: dict[str, Any]) -> None:
    with pytest.raises(RuleIsUnsound, match="costs-more-than-pool"):
        opened(call_of_delta(state=CallState.DRAFT, rule=HALF | rule))


def test_a_window_that_is_over_is_refused() -> None:
    past = now() - timedelta(seconds=1)
    with pytest.raises(WindowIsOver):
        opened(call_of_delta(state=CallState.DRAFT, closes_at=past))

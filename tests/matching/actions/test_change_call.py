"""A partner changes a call."""

from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.matching.actions.admit_campaign import admit_campaign
from colletta.matching.actions.change_call import CallIsClosed, WindowOnlyGrows, change_call
from colletta.matching.models import CallState
from colletta.matching.soundness import RuleIsUnsound
from colletta.matching.steps import PoolCannotBear
from tests.cast import approved_campaign, eur
from tests.matching.calls import call_of_delta
from tests.matching.teams import application_of, dora, outline

pytestmark = pytest.mark.django_db

FLAT = {"gives": "flat", "threshold_share": 5_000, "amount_minor": 10_000}


def test_a_rule_that_nobody_stands_under_changes_in_its_place() -> None:
    call = call_of_delta()
    change_call(call_id=call.pk, by_id=dora().pk, outline=outline(rule=FLAT))
    assert (call.rule.version, call.rule.gives, call.rules.count()) == (1, "flat", 1)


def test_a_rule_in_use_gets_a_new_version_and_its_match_keeps_the_old_one() -> None:
    call = call_of_delta()
    application = application_of(approved_campaign(), call)
    match = admit_campaign(application_id=application.pk, by_id=dora().pk, at=now()).match
    change_call(call_id=call.pk, by_id=dora().pk, outline=outline(rule=FLAT))
    assert (call.rule.version, call.rule.gives, call.rules.count()) == (2, "flat", 2)
    assert match is not None
    match.refresh_from_db()
    assert (match.rule_version, match.gives) == (1, "gap-to-target")


def test_the_same_rule_said_again_makes_no_version() -> None:
    call = call_of_delta()
    application = application_of(approved_campaign(), call)
    admit_campaign(application_id=application.pk, by_id=dora().pk, at=now())
    change_call(call_id=call.pk, by_id=dora().pk, outline=outline())
    assert call.rules.count() == 1


def test_a_pool_below_what_is_promised_is_refused() -> None:
    call = call_of_delta()
    application = application_of(approved_campaign(), call)
    admit_campaign(application_id=application.pk, by_id=dora().pk, at=now())
    with pytest.raises(PoolCannotBear):
        change_call(call_id=call.pk, by_id=dora().pk, outline=outline(pool=eur("499.99")))


def test_an_open_call_cannot_close_earlier_nor_be_unsound() -> None:
    call = call_of_delta()
    earlier = outline(closes_at=now() + timedelta(days=1))
    with pytest.raises(WindowOnlyGrows):
        change_call(call_id=call.pk, by_id=dora().pk, outline=earlier)
    dear = outline(rule=FLAT, pool=eur("99.99"))
    with pytest.raises(RuleIsUnsound, match="costs-more-than-pool"):
        change_call(call_id=call.pk, by_id=dora().pk, outline=dear)


def test_a_closed_call_stays_as_it_is() -> None:
    call = call_of_delta(state=CallState.OPEN)
    type(call).objects.filter(pk=call.pk).update(state=CallState.CLOSED)
    with pytest.raises(CallIsClosed):
        change_call(call_id=call.pk, by_id=dora().pk, outline=outline())

"""Somebody asks the desk to look again."""

import pytest

from colletta.community.actions.decide_case import decide_case
from colletta.community.actions.make_appeal import NothingToAppeal, make_appeal
from colletta.community.appealing import APPEALABLE_FOR, Side
from colletta.community.models import Decision, Report
from colletta.history.clock import now
from tests.cast import live_campaign
from tests.community.reporting import comment_of_bruno, moderator, reported

pytestmark = pytest.mark.django_db


def decided(decision: Decision) -> Report:
    report = reported(comment_of_bruno(live_campaign()))
    report.case = decide_case(
        case_id=report.case.pk, decision=decision, because="So it is.", by=moderator(), at=now()
    )
    return report


def test_who_wrote_what_is_hidden_appeals_once() -> None:
    report = decided(Decision.HIDDEN)
    author = Side(report.case, None)
    make_appeal(side=author, text="It was a joke.", at=now())
    with pytest.raises(NothingToAppeal):
        make_appeal(side=author, text="Really.", at=now())


def test_a_decision_is_appealed_by_the_side_it_goes_against() -> None:
    report = decided(Decision.HIDDEN)
    with pytest.raises(NothingToAppeal):
        make_appeal(side=Side(report.case, report), text="Good.", at=now())


def test_who_reported_what_is_kept_appeals() -> None:
    report = decided(Decision.KEPT)
    appeal = make_appeal(side=Side(report.case, report), text="Look closer.", at=now())
    assert appeal.report == report
    with pytest.raises(NothingToAppeal):
        make_appeal(side=Side(report.case, None), text="Thanks.", at=now())


def test_after_six_months_it_is_too_late() -> None:
    report = decided(Decision.HIDDEN)
    with pytest.raises(NothingToAppeal):
        make_appeal(side=Side(report.case, None), text="Late.", at=now() + APPEALABLE_FOR)


def test_a_case_that_is_open_has_nothing_to_appeal() -> None:
    report = reported(comment_of_bruno(live_campaign()))
    with pytest.raises(NothingToAppeal):
        make_appeal(side=Side(report.case, report), text="Hurry.", at=now())

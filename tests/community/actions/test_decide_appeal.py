"""The desk looks again."""

import pytest

from colletta.community.actions.decide_appeal import SomebodyElseLooksAgain, decide_appeal
from colletta.community.actions.decide_case import CaseIsDecided, NotYoursToDecide, decide_case
from colletta.community.actions.make_appeal import make_appeal
from colletta.community.appealing import Side, may_appeal
from colletta.community.models import Appeal, Case, Comment, Decision
from colletta.history.clock import now
from colletta.mail.models import Letter
from colletta.people.models import Person
from tests.cast import bruno, live_campaign
from tests.community.reporting import comment_of_bruno, moderator, reported, second_moderator

pytestmark = pytest.mark.django_db


def appealed(decision: Decision) -> Appeal:
    """Carla decided, and whom it went against asks to look again."""
    report = reported(comment_of_bruno(live_campaign()))
    case = decide_case(
        case_id=report.case.pk, decision=decision, because="So it is.", by=moderator(), at=now()
    )
    side = Side(case, report if decision == Decision.KEPT else None)
    return make_appeal(side=side, text="Look again, please.", at=now())


def look(appeal: Appeal, by: Person, *, granted: bool) -> Appeal:
    return decide_appeal(
        appeal_id=appeal.pk, granted=granted, because="We looked.", by=by, at=now()
    )


def told() -> list[str]:
    found = Letter.objects.filter(kind="community.looked_again")
    return sorted(found.values_list("to", flat=True))


def test_granted_to_its_author_it_is_seen_again_and_both_are_told() -> None:
    appeal = look(appealed(Decision.HIDDEN), second_moderator(), granted=True)
    assert Comment.objects.readable().exists()
    assert told() == ["bruno@posta.example", "guest@posta.example"]
    case = Case.objects.get()
    assert not may_appeal(Side(case, case.reports.get()), at=now())
    assert appeal.granted_at is not None


def test_granted_to_who_reported_it_is_hidden() -> None:
    look(appealed(Decision.KEPT), second_moderator(), granted=True)
    assert not Comment.objects.readable().exists()
    letter = Letter.objects.get(kind="community.looked_again", to="bruno@posta.example")
    assert "We looked." in letter.text


def test_declined_nothing_changes_and_who_appealed_is_told() -> None:
    look(appealed(Decision.HIDDEN), second_moderator(), granted=False)
    assert not Comment.objects.readable().exists()
    assert told() == ["bruno@posta.example"]


def test_who_decided_leaves_the_second_look_to_somebody_else_where_there_is_one() -> None:
    appeal = appealed(Decision.HIDDEN)
    second_moderator()
    with pytest.raises(SomebodyElseLooksAgain):
        look(appeal, moderator(), granted=False)
    assert Appeal.objects.open().exists()


def test_a_moderator_who_is_alone_looks_again() -> None:
    look(appealed(Decision.HIDDEN), moderator(), granted=False)
    assert not Appeal.objects.open().exists()


def test_an_appeal_is_answered_once_and_by_a_moderator() -> None:
    appeal = appealed(Decision.HIDDEN)
    with pytest.raises(NotYoursToDecide):
        look(appeal, bruno(), granted=True)
    look(appeal, moderator(), granted=False)
    with pytest.raises(CaseIsDecided):
        look(appeal, moderator(), granted=True)

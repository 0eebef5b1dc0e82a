"""What was reported is out of sight while the desk still looks at it."""

import pytest

from colletta.community.actions.decide_case import CaseIsDecided, NotYoursToDecide, decide_case
from colletta.community.actions.hide_at_once import hide_at_once
from colletta.community.models import Case, Comment, Decision
from colletta.history.clock import now
from colletta.mail.models import Letter
from tests.cast import bruno, live_campaign
from tests.community.reporting import comment_of_bruno, moderator, reported

pytestmark = pytest.mark.django_db


def test_it_is_hidden_and_still_waits_for_its_decision() -> None:
    comment = comment_of_bruno(live_campaign())
    case = reported(comment).case
    for _ in range(2):
        hide_at_once(case_id=case.pk, because="It is spam", by=moderator(), at=now())
    assert not Comment.objects.readable().filter(pk=comment.pk).exists()
    assert list(Case.objects.open()) == [case]
    assert not Letter.objects.exclude(kind="community.report_received").exists()


def test_only_a_moderator_hides_and_nobody_what_is_decided() -> None:
    case = reported(comment_of_bruno(live_campaign())).case
    with pytest.raises(NotYoursToDecide):
        hide_at_once(case_id=case.pk, because="It is spam", by=bruno(), at=now())
    decide_case(
        case_id=case.pk, decision=Decision.KEPT, because="It is fine.", by=moderator(), at=now()
    )
    with pytest.raises(CaseIsDecided):
        hide_at_once(case_id=case.pk, because="It is spam", by=moderator(), at=now())

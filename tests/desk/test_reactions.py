"""The desk hears of a brake by letter, once."""

import pytest

from colletta.community.actions.decide_case import decide_case
from colletta.community.actions.make_appeal import make_appeal
from colletta.community.appealing import Side
from colletta.community.models import Decision
from colletta.desk.reactions import (
    tell_moderators_of_a_case,
    tell_moderators_of_an_appeal,
    tell_the_desk_of_a_brake,
)
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.limits.actions.count_failure import count_failure
from colletta.limits.table import BRAKES
from colletta.mail.models import Letter
from colletta.people.models import DeskRole
from tests.cast import bruno, carla, live_campaign
from tests.community.reporting import comment_of_bruno, moderator, reported
from tests.limits.tries import a_try

pytestmark = pytest.mark.django_db


def test_everybody_with_a_role_gets_one_letter() -> None:
    bruno()
    for role in ("operator", "treasurer"):
        DeskRole.objects.create(person=carla(), role=role)
    for _ in range(BRAKES["campaign"].most):
        count_failure(reference=a_try())
    fact = Fact.objects.get(kind="brake.set")
    tell_the_desk_of_a_brake(fact)
    tell_the_desk_of_a_brake(fact)
    letter = Letter.objects.get()
    assert letter.to == "carla@posta.example"
    assert "/it/desk/" in letter.text
    assert "/it/desk/" in letter.html


def test_moderators_get_one_letter_for_a_case_however_many_report_it() -> None:
    moderator()
    comment = comment_of_bruno(live_campaign())
    case = reported(comment).case
    reported(comment, email="other@posta.example")
    facts = list(Fact.objects.filter(kind="report.made"))
    for fact in facts:
        tell_moderators_of_a_case(fact)
    letter = Letter.objects.get(kind="desk.moderation")
    assert letter.to == "carla@posta.example"
    assert "/it/desk/moderation/" in letter.text
    decide_case(case_id=case.pk, decision=Decision.KEPT, because="Fine.", by=moderator(), at=now())
    Letter.objects.all().delete()
    tell_moderators_of_a_case(facts[0])
    assert not Letter.objects.exists()


def test_moderators_get_a_letter_for_an_appeal() -> None:
    case = reported(comment_of_bruno(live_campaign())).case
    decided = decide_case(
        case_id=case.pk, decision=Decision.HIDDEN, because="Spam.", by=moderator(), at=now()
    )
    make_appeal(side=Side(decided, None), text="It was a joke.", at=now())
    fact = Fact.objects.get(kind="appeal.made")
    tell_moderators_of_an_appeal(fact)
    tell_moderators_of_an_appeal(fact)
    assert Letter.objects.filter(kind="desk.moderation").count() == 1

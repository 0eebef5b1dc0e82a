"""The desk looks again by itself."""

import pytest

from colletta.community.actions.decide_case import NotYoursToDecide, decide_case
from colletta.community.actions.reopen_case import reopen_case
from colletta.community.models import Case, Comment, Decision
from colletta.history.clock import now
from colletta.mail.models import Letter
from tests.cast import bruno, live_campaign
from tests.community.reporting import comment_of_bruno, moderator, reported

pytestmark = pytest.mark.django_db


def hidden() -> Case:
    case = reported(comment_of_bruno(live_campaign())).case
    return decide_case(
        case_id=case.pk, decision=Decision.HIDDEN, because="Spam.", by=moderator(), at=now()
    )


def test_what_was_hidden_can_be_given_back_without_an_appeal() -> None:
    before = hidden()
    again = reopen_case(case_id=before.pk, by=moderator(), at=now())
    assert reopen_case(case_id=before.pk, by=moderator(), at=now()) == again
    Letter.objects.all().delete()
    decide_case(
        case_id=again.pk, decision=Decision.KEPT, because="Our mistake.", by=moderator(), at=now()
    )
    assert Comment.objects.readable().exists()
    letter = Letter.objects.get()
    assert letter.to == "bruno@posta.example"
    assert "Somebody reported" not in letter.text
    assert "segnalato" not in letter.text + letter.subject


def test_only_a_moderator_looks_again() -> None:
    with pytest.raises(NotYoursToDecide):
        reopen_case(case_id=hidden().pk, by=bruno(), at=now())

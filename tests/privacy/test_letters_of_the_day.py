"""Words that somebody's letter of the day repeats go with their author."""

from datetime import timedelta

import pytest

from colletta.community.reactions import tell_whoever_is_answered
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.mail.actions.gather_letters import gather_letters
from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Letter, Mailbox
from tests.cast import ada, bruno, live_campaign
from tests.community.letters import conversation_of_bruno
from tests.community.talk import in_the_team, said
from tests.mail.choosing import choose, switch_off
from tests.privacy.asking import erased

pytestmark = pytest.mark.django_db


def test_A52_what_waited_among_others_is_emptied_too() -> None:
    choose(in_the_team(ada()).email, Timing.DAILY, Topic.MESSAGES, Topic.COMMENTS)
    campaign = live_campaign()
    asked = conversation_of_bruno(campaign, person_id=bruno().pk).messages.get().text
    question = said(campaign, "Chi porta la terra?", by=ada())
    said(campaign, "La porto sabato mattina.", by=bruno(), parent_id=question.pk)
    tell_whoever_is_answered(Fact.objects.filter(kind="comment.published").latest("pk"))
    gather_letters(at=now() + timedelta(days=1))
    (day,) = Letter.objects.filter(kind="mail.digest")
    assert asked in day.text
    assert "La porto sabato mattina." in day.text
    erased(bruno())
    assert not Letter.objects.filter(text__contains="La porto sabato").exists()
    assert not Letter.objects.filter(text__contains=asked).exists()


def test_A52_what_was_chosen_about_letters_goes_with_the_mailbox() -> None:
    switch_off(bruno().email, Topic.UPDATES)
    erased(bruno())
    assert not Mailbox.objects.filter(key=bruno().email).exists()

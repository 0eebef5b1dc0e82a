"""Somebody asks for letters that they had switched off."""

import pytest

from colletta.mail.actions.want_letters import want_letters
from colletta.mail.kinds import Timing, Topic
from colletta.mail.preferences import timing_of
from tests.mail.choosing import choose, switch_off

pytestmark = pytest.mark.django_db
LIA = "lia@posta.example"


def test_what_was_off_comes_as_usual_and_a_day_s_letter_stays_one() -> None:
    switch_off(LIA, Topic.UPDATES, Topic.MESSAGES)
    choose(LIA, Timing.DAILY, Topic.DEADLINES)
    want_letters(address=LIA, topics=[Topic.UPDATES, Topic.DEADLINES])
    assert timing_of(LIA, Topic.UPDATES) == Timing.AT_ONCE
    assert timing_of(LIA, Topic.DEADLINES) == Timing.DAILY
    assert timing_of(LIA, Topic.MESSAGES) == Timing.NEVER

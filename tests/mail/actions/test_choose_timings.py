"""Somebody chooses when letters come to their mailbox."""

import pytest

from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Preference
from colletta.mail.preferences import timing_of
from tests.mail.choosing import choose, switch_off

pytestmark = pytest.mark.django_db


def test_a_choice_holds_for_its_topic_however_the_address_is_typed() -> None:
    switch_off("Lia@posta.example", Topic.UPDATES)
    assert timing_of("lia@POSTA.example", Topic.UPDATES) == Timing.NEVER
    assert timing_of("lia@posta.example", Topic.MESSAGES) == Timing.AT_ONCE
    assert timing_of("ugo@posta.example", Topic.UPDATES) == Timing.AT_ONCE


def test_the_newest_choice_takes_the_place_of_the_one_before() -> None:
    switch_off("lia@posta.example", Topic.GIFTS)
    choose("lia@posta.example", Timing.AT_ONCE, Topic.GIFTS)
    assert Preference.objects.get().timing == Timing.AT_ONCE


def test_gifts_come_once_a_day_unless_somebody_chose() -> None:
    assert timing_of("lia@posta.example", Topic.GIFTS) == Timing.DAILY

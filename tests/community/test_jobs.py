"""What the clock does around campaigns."""

from datetime import timedelta

import pytest

from colletta.community.jobs import (
    note_milestones_again,
    nudge_owners_who_are_silent,
    tell_gifts_that_came,
)
from colletta.community.models import Milestone
from colletta.community.reactions import tell_the_people_of_a_gift
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.mail.jobs import gather_letters_of_the_day
from colletta.mail.models import Letter, Note
from tests.cast import ada, gift_of_bruno, live_campaign
from tests.community.talk import in_the_team

pytestmark = pytest.mark.django_db


def test_the_job_looks_at_every_campaign() -> None:
    gift_of_bruno(live_campaign())
    note_milestones_again(timestamp=0)
    assert Milestone.objects.get().kind == "first_gift"


def test_gifts_come_once_a_day_and_a_reminder_at_once() -> None:
    in_the_team(ada())
    at = now()
    gift_of_bruno(live_campaign(opens_at=at - timedelta(days=30)))
    tell_the_people_of_a_gift(Fact.objects.filter(kind="pledge.confirmed").latest("pk"))
    Note.objects.update(noted_at=at - timedelta(days=2))
    tell_gifts_that_came(timestamp=0)
    nudge_owners_who_are_silent(timestamp=0)
    gifts, reminder = Letter.objects.filter(to=ada().email).order_by("pk")
    assert (gifts.kind, reminder.kind) == ("community.gifts_of_the_day", "community.silence")
    Letter.objects.filter(held_at__isnull=False).update(held_at=at - timedelta(days=2))
    gather_letters_of_the_day(timestamp=0)
    assert Letter.objects.get(kind="mail.digest").told.get() == gifts

"""Whoever wants it once a day hears of all gifts together."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from colletta.campaigns.models import Campaign
from colletta.community.actions.tell_gifts_of_the_day import tell_gifts_of_the_day
from colletta.community.reactions import tell_the_people_of_a_gift
from colletta.history.models import Fact
from colletta.mail.actions.gather_letters import gather_letters
from colletta.mail.kinds import Topic
from colletta.mail.models import Letter, Note
from colletta.people.models import Membership
from colletta.pledges.models import Pledge, State
from tests.cast import ada, bruno, circolo_aurora, gift_of_bruno, live_campaign
from tests.community.talk import in_the_team
from tests.mail.choosing import switch_off

pytestmark = pytest.mark.django_db
BEFORE = datetime(2027, 3, 4, 20, 0, tzinfo=UTC)
MORNING = datetime(2027, 3, 5, 5, 35, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def campaign() -> Campaign:
    in_the_team(ada())
    return live_campaign()


def given(campaign: Campaign, amount: str = "20.00", **choices: object) -> Pledge:
    """A gift of the evening before."""
    gift = gift_of_bruno(campaign, amount, **choices)
    tell_the_people_of_a_gift(Fact.objects.filter(kind="pledge.confirmed").latest("pk"))
    Note.objects.filter(about=str(gift)).update(noted_at=BEFORE)
    return gift


def letter() -> Letter:
    return Letter.objects.get(kind="community.gifts_of_the_day")


def test_one_letter_tells_all_gifts_with_the_names_that_are_shown(campaign: Campaign) -> None:
    given(campaign, "20.00", show_name=True)
    given(campaign, "30.00", name="Lucia Segreta", email="lucia@posta.example")
    assert tell_gifts_of_the_day(at=MORNING) == 1
    assert tell_gifts_of_the_day(at=MORNING) == 0
    told = letter()
    assert (told.to, told.subject) == (
        ada().email,
        "50,00 € per «Un orto in cortile» da 2 donazioni",
    )
    assert "- 20,00\xa0€  Bruno" in told.text
    assert "- 30,00\xa0€  nome non mostrato" in told.text
    assert "Lucia" not in told.text + told.html
    assert "/it/campaigns/orto-in-cortile/supporters/" in told.text
    assert told.unsubscribe.endswith("/gifts/end/")


def test_it_comes_in_the_letter_of_the_day(campaign: Campaign) -> None:
    given(campaign)
    tell_gifts_of_the_day(at=MORNING)
    assert not Letter.objects.to_send().filter(to=ada().email).exists()
    Letter.objects.filter(held_at__isnull=False).update(held_at=MORNING)
    gather_letters(at=MORNING + timedelta(hours=1))
    assert Letter.objects.get(kind="mail.digest").to == ada().email


def test_a_day_without_gifts_has_no_letter(campaign: Campaign) -> None:
    assert tell_gifts_of_the_day(at=MORNING) == 0


def test_what_came_in_the_morning_is_told_the_day_after(campaign: Campaign) -> None:
    given(campaign)
    Note.objects.update(noted_at=MORNING)
    assert tell_gifts_of_the_day(at=MORNING) == 0
    assert tell_gifts_of_the_day(at=MORNING + DAY) == 1


def test_what_was_noted_too_late_for_a_letter_is_in_the_next(campaign: Campaign) -> None:
    given(campaign)
    tell_gifts_of_the_day(at=MORNING)
    given(campaign, "7.00")
    assert tell_gifts_of_the_day(at=MORNING) == 0
    assert tell_gifts_of_the_day(at=MORNING + DAY) == 1
    told = Letter.objects.filter(topic="gifts").order_by("pk")
    assert [one.subject.split(" ")[0] for one in told] == ["20,00", "7,00"]


def test_what_was_given_back_meanwhile_is_not_told(campaign: Campaign) -> None:
    gift = given(campaign)
    Pledge.objects.filter(pk=gift.pk).update(net_minor=0, state=State.REFUNDED)
    assert tell_gifts_of_the_day(at=MORNING) == 0
    assert not Note.objects.filter(told_at=None).exists()


def test_whoever_left_the_team_hears_nothing(campaign: Campaign) -> None:
    in_the_team(bruno())
    given(campaign)
    Membership.objects.filter(person=ada(), organisation=circolo_aurora()).delete()
    tell_gifts_of_the_day(at=MORNING)
    assert letter().to == "bruno@posta.example"


def test_whoever_switched_it_off_meanwhile_hears_nothing(campaign: Campaign) -> None:
    given(campaign)
    switch_off(ada().email, Topic.GIFTS)
    tell_gifts_of_the_day(at=MORNING)
    assert (letter().withheld, letter().text) == ("unwanted", "")


def test_F113_a_worker_that_dies_after_the_notes_were_marked_tells_them_later(
    campaign: Campaign,
) -> None:
    given(campaign)

    def dies(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "mail_letter"'):
            raise KeyboardInterrupt
        return execute(sql, params, many, context)

    with connection.execute_wrapper(dies), pytest.raises(KeyboardInterrupt):
        tell_gifts_of_the_day(at=MORNING)
    assert Note.objects.filter(told_at=None).count() == 1
    assert tell_gifts_of_the_day(at=MORNING) == 1

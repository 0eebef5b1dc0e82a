"""What the people of a campaign hear of its gifts."""

import pytest

from colletta.community.gifts_told import LISTED, days_of
from colletta.community.reactions import tell_the_people_of_a_gift
from colletta.history.models import Delivery, Fact
from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Letter, Note
from colletta.people.models import Role
from tests.cast import ada, bruno, carla, eur, gift_of_bruno, live_campaign
from tests.community.talk import in_the_team
from tests.mail.choosing import choose, switch_off

pytestmark = pytest.mark.django_db


def told() -> list[Letter]:
    for _ in range(2):  # a reaction may run twice
        tell_the_people_of_a_gift(Fact.objects.filter(kind="pledge.confirmed").latest("pk"))
    return list(Letter.objects.filter(kind="community.gift"))


def test_who_wants_it_at_once_has_one_letter_for_a_gift() -> None:
    in_the_team(ada())
    choose(ada().email, Timing.AT_ONCE, Topic.GIFTS)
    gift_of_bruno(live_campaign(), show_name=True)
    (letter,) = told()
    assert (letter.to, letter.held_at) == (ada().email, None)
    assert letter.subject == "Bruno ha donato 20,00 € a «Un orto in cortile»"


def test_a_name_that_is_not_shown_is_not_told() -> None:
    in_the_team(ada())
    choose(ada().email, Timing.AT_ONCE, Topic.GIFTS)
    gift_of_bruno(live_campaign())
    (letter,) = told()
    assert "Bruno" not in letter.subject + letter.text + letter.html


def test_by_default_it_is_noted_once_for_the_letter_of_the_day() -> None:
    in_the_team(ada())
    gift = gift_of_bruno(live_campaign())
    assert told() == []
    assert Note.objects.get().about == str(gift)


def test_whoever_looks_after_comments_alone_hears_of_no_gift_nor_who_switched_it_off() -> None:
    in_the_team(ada())
    in_the_team(bruno(), Role.MODERATOR)
    in_the_team(carla(), Role.TREASURER)
    switch_off(ada().email, Topic.GIFTS)
    gift_of_bruno(live_campaign())
    told()
    assert Note.objects.get().mailbox.key == carla().email


def test_an_owner_who_is_a_person_hears_of_it() -> None:
    gift_of_bruno(live_campaign(owner_organisation=None, owner_person=ada()))
    told()
    assert Note.objects.get().mailbox.key == ada().email


def test_a_campaign_without_people_saves_the_journey() -> None:
    gift_of_bruno(live_campaign())
    assert not Delivery.objects.filter(subscriber__endswith="tell_the_people_of_a_gift").exists()


def test_a_long_list_ends_with_a_number() -> None:
    gift = gift_of_bruno(live_campaign(), "2.00")
    (day,) = days_of([gift] * (LISTED + 3), "it")
    assert (day.total, day.count, len(day.listed), day.more) == (eur("46.00"), 23, LISTED, 3)

"""A kind word to whoever has told nothing for long."""

from datetime import timedelta

import pytest

from colletta.campaigns.models import Campaign
from colletta.community.actions.nudge_owners import nudge_owners
from colletta.community.models import Update
from colletta.history.clock import now
from colletta.mail.kinds import Topic
from colletta.mail.models import Letter
from colletta.people.models import Role
from tests.cast import ada, bruno, live_campaign
from tests.community.talk import in_the_team
from tests.mail.choosing import switch_off

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def campaign() -> Campaign:
    """Ada's, open for 22 days and for 60 more."""
    in_the_team(ada())
    at = now()
    return live_campaign(opens_at=at - 22 * DAY, closes_at=at + 60 * DAY)


def letters() -> list[Letter]:
    return list(Letter.objects.filter(kind="community.silence", withheld="").order_by("pk"))


def tell(campaign: Campaign, *, days_ago: int) -> None:
    at = now() - days_ago * DAY
    Update.objects.create(
        campaign=campaign,
        name=f"x{days_ago}",
        language="it",
        titles={"it": "x"},
        texts={"it": "x"},
        published_at=at,
        told_at=at,
    )


def test_three_weeks_of_silence_are_one_letter(campaign: Campaign) -> None:
    for hours in range(3):
        nudge_owners(at=now() + timedelta(hours=hours))
    (letter,) = letters()
    assert (letter.to, letter.subject) == (ada().email, "Che c’è di nuovo in «Un orto in cortile»?")
    assert "da 21 giorni" in letter.text
    assert "/it/campaigns/orto-in-cortile/updates/new/" in letter.text
    assert letter.unsubscribe.endswith("/nudges/end/")


def test_six_weeks_are_two(campaign: Campaign) -> None:
    for day in range(22):
        nudge_owners(at=now() + day * DAY)
    assert len(letters()) == 2
    assert "da 42 giorni" in letters()[1].text


def test_an_update_begins_the_count_anew(campaign: Campaign) -> None:
    tell(campaign, days_ago=20)
    assert nudge_owners(at=now()) == 0
    assert nudge_owners(at=now() + 2 * DAY) == 1


def test_a_campaign_that_is_over_or_new_is_left_alone(campaign: Campaign) -> None:
    assert nudge_owners(at=campaign.closes_at) == 0
    assert nudge_owners(at=now() - 2 * DAY) == 0


def test_only_whoever_writes_is_asked_and_not_who_switched_it_off(campaign: Campaign) -> None:
    in_the_team(bruno(), Role.TREASURER)
    switch_off(ada().email, Topic.NUDGES)
    nudge_owners(at=now())
    assert letters() == []

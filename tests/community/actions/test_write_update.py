"""The owner's people tell something."""

from datetime import timedelta

import pytest

from colletta.campaigns.models import Campaign, State
from colletta.community.actions.write_update import NobodyReadsIt, NotYoursToTell
from colletta.community.models import Update
from colletta.history.clock import now
from colletta.history.models import Fact
from tests.cast import ada, bruno, carla, live_campaign
from tests.community.news import update_of_ada
from tests.community.talk import in_the_team

pytestmark = pytest.mark.django_db


def test_an_update_stands_there_at_once_and_is_told() -> None:
    campaign = live_campaign()
    update = update_of_ada(campaign)
    assert list(Update.objects.told()) == [update]
    fact = Fact.objects.get(kind="update.published")
    assert (fact.about, fact.details) == (str(update), {"campaign": campaign.pk})
    assert (update.language, update.written_by) == ("it", ada())


def test_one_for_later_waits_and_nobody_hears_of_it() -> None:
    update = update_of_ada(live_campaign(), publish_at=now() + timedelta(days=1))
    assert not Update.objects.told().exists()
    assert update.published_at > now()
    assert not Fact.objects.filter(kind="update.published").exists()


def test_two_of_a_day_have_files_of_their_own() -> None:
    campaign = live_campaign()
    first, second = update_of_ada(campaign), update_of_ada(campaign)
    assert first.name.endswith("-1")
    assert second.name.endswith("-2")


def test_A22_only_who_speaks_for_the_campaign_tells() -> None:
    campaign = live_campaign()
    for person in (bruno(), in_the_team(carla(), "moderator")):
        with pytest.raises(NotYoursToTell):
            update_of_ada(campaign, by=person)
    own = live_campaign(slug="mio", owner_organisation=None, owner_person=bruno())
    assert update_of_ada(own, by=bruno()).told_at is not None
    assert Update.objects.count() == 1


def test_A51_nothing_is_told_of_a_campaign_that_was_stopped() -> None:
    campaign = live_campaign()
    Campaign.objects.filter(pk=campaign.pk).update(state=State.SUSPENDED)
    with pytest.raises(NobodyReadsIt):
        update_of_ada(campaign)
    assert not Update.objects.exists()

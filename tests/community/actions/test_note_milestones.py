"""What campaigns came past is written down."""

from datetime import timedelta

import pytest

from colletta.campaigns.models import Campaign
from colletta.community.actions.note_milestones import note_milestones
from colletta.community.models import Milestone
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.pledges.models import Pledge
from tests.cast import approved_campaign, gift_of_bruno, live_campaign, promise_of_bruno

pytestmark = pytest.mark.django_db


def milestones(campaign: Campaign) -> dict[str, object]:
    return dict(Milestone.objects.filter(campaign=campaign).values_list("kind", "at"))


def test_each_is_noted_once_with_the_instant_of_its_gift() -> None:
    campaign = live_campaign()
    first = gift_of_bruno(campaign, "999.99")
    assert note_milestones(at=now()) == 1
    second = gift_of_bruno(campaign, "0.01", email="bruna@posta.example")
    gift_of_bruno(campaign, "50.00", email="beppe@posta.example")
    assert note_milestones(at=now()) == 1
    assert note_milestones(at=now()) == 0
    assert milestones(campaign) == {
        "first_gift": first.confirmed_at,
        "reached": second.confirmed_at,
    }
    kinds = ["campaign.first_gift", "campaign.reached"]
    assert list(Fact.objects.filter(kind__in=kinds).values_list("kind", flat=True)) == kinds


def test_one_cent_short_is_not_there() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, "999.99")
    note_milestones(at=now())
    assert set(milestones(campaign)) == {"first_gift"}


def test_promises_count_where_a_campaign_takes_promises() -> None:
    campaign = live_campaign(type="all-or-nothing")
    pledge = promise_of_bruno(campaign, "1000.00")
    note_milestones(at=now())
    assert milestones(campaign) == {"first_gift": pledge.made_at, "reached": pledge.made_at}


def test_what_was_passed_stays_whatever_goes_back() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, "1000.00")
    note_milestones(at=now())
    Pledge.objects.update(net_minor=0)
    assert note_milestones(at=now()) == 0
    assert set(milestones(campaign)) == {"first_gift", "reached"}


def test_before_its_opening_nothing_happens() -> None:
    approved_campaign(opens_at=now() + timedelta(days=1))
    assert note_milestones(at=now()) == 0

"""A36: a name that is an advertisement leaves the wall; the gift stays."""

import pytest

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.pledges.actions.change_visibility import change_visibility
from colletta.pledges.actions.moderate_name import moderate_name
from colletta.pledges.models import Pledge
from colletta.pledges.wall import wall_of
from tests.cast import gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


def shown_on(campaign: Campaign) -> list[tuple[str, str]]:
    wall = wall_of(campaign, supporters=1)
    return [(one.name, one.message) for one in wall.gifts]


def advertisement(campaign: Campaign) -> Pledge:
    gift = gift_of_bruno(campaign, name="Casino Royale", show_name=True, show_amount=True)
    return change_visibility(
        pledge_id=gift.pk, show_name=True, show_amount=True, message="Come and play"
    )


def test_A36_name_and_message_are_hidden_and_the_gift_stays() -> None:
    campaign = live_campaign()
    gift = advertisement(campaign)
    assert shown_on(campaign) == [("Casino Royale", "Come and play")]
    for _ in range(2):
        moderate_name(pledge_id=gift.pk, hidden=True, by="person:1", at=now())
    change_visibility(pledge_id=gift.pk, show_name=True, show_amount=True, message="Come again")
    assert shown_on(campaign) == [("", "")]
    assert Fact.objects.filter(kind="pledge.name_hidden").count() == 1


def test_given_back_the_switches_count_again() -> None:
    campaign = live_campaign()
    gift = advertisement(campaign)
    moderate_name(pledge_id=gift.pk, hidden=True, by="person:1", at=now())
    moderate_name(pledge_id=gift.pk, hidden=False, by="person:1", at=now())
    assert shown_on(campaign) == [("Casino Royale", "Come and play")]


def test_a_name_without_its_amount_leaves_the_wall() -> None:
    campaign = live_campaign()
    gifts = [
        gift_of_bruno(
            campaign, name=f"Supporter {one}", email=f"{one}@posta.example", show_name=True
        )
        for one in range(5)
    ]
    moderate_name(pledge_id=gifts[2].pk, hidden=True, by="person:1", at=now())
    assert wall_of(campaign, supporters=5).names == (
        "Supporter 0",
        "Supporter 1",
        "Supporter 3",
        "Supporter 4",
    )

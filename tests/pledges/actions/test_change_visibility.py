"""A supporter decides what everybody may see of a pledge."""

import pytest

from colletta.history.models import Fact
from colletta.pledges.actions.change_visibility import change_visibility
from colletta.pledges.models import Pledge
from colletta.pledges.wall import wall_of
from tests.cast import gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


def test_both_switches_can_be_turned_on_and_off_again() -> None:
    campaign = live_campaign()
    pledge = gift_of_bruno(campaign)
    _show(pledge, name=True, amount=True, message="Forza!")
    (entry,) = wall_of(campaign, supporters=1).gifts
    assert (entry.name, entry.amount, entry.message) == ("Bruno", pledge.net, "Forza!")
    _show(pledge)
    assert wall_of(campaign, supporters=1).gifts == ()


def test_the_public_page_is_told() -> None:
    campaign = live_campaign()
    _show(gift_of_bruno(campaign), name=True)
    fact = Fact.objects.get(kind="pledge.shown")
    assert fact.details == {"campaign": campaign.pk}


def test_a_name_without_its_amount_waits_for_four_others() -> None:
    campaign = live_campaign()
    gifts = [gift_of_bruno(campaign, email=f"s{n}@posta.example") for n in range(5)]
    for gift in gifts[:4]:
        _show(gift, name=True)
    assert wall_of(campaign, supporters=5).names == ()
    _show(gifts[4], name=True)
    assert len(wall_of(campaign, supporters=5).names) == 5
    _show(gifts[0])
    assert len(wall_of(campaign, supporters=5).names) == 4


def _show(pledge: Pledge, *, name: bool = False, amount: bool = False, message: str = "") -> Pledge:
    return change_visibility(
        pledge_id=pledge.pk, show_name=name, show_amount=amount, message=message
    )

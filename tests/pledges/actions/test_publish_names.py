"""Names whose amount is hidden wait for each other."""

import pytest

from colletta.pledges.actions.publish_names import publish_names
from colletta.pledges.models import Pledge
from tests.cast import gift_of_bruno, live_campaign

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("waiting", "published"), [(4, 0), (5, 5), (7, 5), (11, 10)])
def test_only_whole_groups_are_published(waiting: int, published: int) -> None:
    campaign = live_campaign()
    for number in range(waiting):
        gift_of_bruno(campaign, email=f"s{number}@posta.example", show_name=True, show_amount=True)
    Pledge.objects.update(show_amount=False)
    assert publish_names(campaign_id=campaign.pk) == published
    assert Pledge.objects.filter(name_group__isnull=False).count() == published


def test_several_gifts_of_one_person_are_one_name() -> None:
    campaign = live_campaign()
    for number in range(4):
        gift_of_bruno(campaign, email=f"s{number}@posta.example", show_name=True)
    gift_of_bruno(campaign, email="s0@posta.example", show_name=True)
    assert not Pledge.objects.exclude(name_group=None).exists()
    gift_of_bruno(campaign, email="s4@posta.example", show_name=True)
    people = Pledge.objects.exclude(name_group=None).values_list("email_key", flat=True)
    assert sorted(people) == [f"s{number}@posta.example" for number in range(5)]


def test_a_name_that_is_out_is_not_published_twice() -> None:
    campaign = live_campaign()
    for number in (0, 1, 2, 3, 4, 0, 1, 2, 3, 4):
        gift_of_bruno(campaign, email=f"s{number}@posta.example", show_name=True)
    assert Pledge.objects.exclude(name_group=None).count() == 5


def test_who_shows_an_empty_name_waits_with_nobody() -> None:
    campaign = live_campaign()
    for number in range(5):
        gift_of_bruno(campaign, email=f"s{number}@posta.example", name="", show_name=True)
    assert not Pledge.objects.exclude(name_group=None).exists()

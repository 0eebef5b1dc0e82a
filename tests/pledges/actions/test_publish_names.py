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
    assert Pledge.objects.filter(name_published=True).count() == published

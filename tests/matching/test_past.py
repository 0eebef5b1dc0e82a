"""A rule tried out on what a campaign of this site was given."""

import pytest

from colletta.matching.models import Match, Rule
from colletta.matching.past import course_of
from colletta.matching.simulation import simulated
from tests.cast import eur, gift_of_bruno, live_campaign
from tests.matching.steps import give_back

pytestmark = pytest.mark.django_db


def test_gifts_are_seen_as_a_real_match_would_see_them() -> None:
    campaign = live_campaign()
    gift = gift_of_bruno(campaign, "600.00")
    gift_of_bruno(campaign, "50.00", email="ciao@aurora.example")
    give_back(gift_of_bruno(campaign, "70.00", email="dora@posta.example"))
    gift_of_bruno(campaign, "90.00", email="", method="cash")
    terms = Rule(gives="gap-to-target", threshold_minor=50_000)
    course = course_of(campaign, terms, name="orto")
    assert [one.minor for one in course.gifts] == [60_000]
    (one,) = simulated(terms, [course], eur("1000.00")).outcomes
    assert (one.unlocked_at, one.adds, one.people) == (gift.confirmed_at, eur("260.00"), 1)
    assert not Match.objects.exists()

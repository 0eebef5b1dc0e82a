"""What the pledges of a campaign add up to, kept by the database."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from colletta.pledges.models import Pledge, Supporter, Tally
from tests.cast import gift_of_bruno, live_campaign, pledge_of_bruno, promise_of_bruno

pytestmark = pytest.mark.django_db


def test_a_pending_pledge_counts_nothing() -> None:
    campaign = live_campaign()
    pledge_of_bruno(campaign)
    assert _tally(campaign) == (0, 0)


def test_two_gifts_of_one_address_are_one_supporter() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, "20.00", email="Bruno@posta.example")
    gift_of_bruno(campaign, "5.00", email="ｂruno@posta.example")
    assert _tally(campaign) == (1, 0)
    assert Supporter.objects.get().standing_minor == 2500


def test_each_nameless_gift_counts_for_itself() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, name="", email="", method="cash")
    gift_of_bruno(campaign, name="", email="", method="cash")
    assert _tally(campaign) == (2, 0)


def test_a_promise_counts_until_it_is_dropped() -> None:
    campaign = live_campaign(type="all-or-nothing")
    pledge = promise_of_bruno(campaign, "30.00")
    assert _tally(campaign) == (1, 3000)
    Pledge.objects.filter(pk=pledge.pk).update(state="dropped")
    assert _tally(campaign) == (0, 0)


def test_a_supporter_whose_gifts_are_all_refunded_no_longer_counts() -> None:
    campaign = live_campaign()
    pledge = gift_of_bruno(campaign, "20.00")
    Pledge.objects.filter(pk=pledge.pk).update(net_minor=500)
    assert _tally(campaign) == (1, 0)
    Pledge.objects.filter(pk=pledge.pk).update(net_minor=0, state="refunded")
    assert _tally(campaign) == (0, 0)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(gifts=st.lists(st.tuples(st.sampled_from("abc"), st.booleans(), st.booleans()), max_size=8))
def test_the_tally_is_what_a_count_would_say(gifts: list[tuple[str, bool, bool]]) -> None:
    number = Tally.objects.count()
    campaign = live_campaign(type="all-or-nothing", slug=f"orto-{number}")
    for name, promised, dropped in gifts:
        make = promise_of_bruno if promised else gift_of_bruno
        pledge = make(campaign, "10.00", email=f"{name}@posta.example")
        if promised and dropped:
            Pledge.objects.filter(pk=pledge.pk).update(state="dropped")
    standing = Pledge.objects.standing().filter(campaign=campaign)
    people = standing.values("email_key").distinct().count()
    assert _tally(campaign) == (
        people,
        1000 * Pledge.objects.filter(campaign=campaign, state="promised").count(),
    )


def _tally(campaign) -> tuple[int, int]:
    tally = Tally.objects.get(campaign=campaign)
    return tally.supporters, tally.promised_minor

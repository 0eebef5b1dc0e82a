"""The wall shows what each supporter chose, and lets nobody work out the rest."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from colletta.campaigns.models import Campaign
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.pledges.models import Pledge
from colletta.pledges.wall import wall_of
from tests.cast import eur, gift_of_bruno, live_campaign, promise_of_bruno

pytestmark = pytest.mark.django_db

PEOPLE = ["Zita", "Ugo", "Lia", "Nino", "Eva", "Ida", "Oto"]


def test_each_of_four_choices_shows_what_it_says() -> None:
    campaign = live_campaign()
    _give(campaign, "Lia", "10.00", show_name=True, show_amount=True, message="Forza!")
    _give(campaign, "Ugo", "20.00", show_amount=True)
    _give(campaign, "Eva", "30.00")
    wall = _wall(campaign)
    assert [(one.name, one.amount) for one in wall.gifts] == [
        ("", eur("20.00")),
        ("Lia", eur("10.00")),
    ]
    assert (wall.names, wall.others) == ((), 1)
    assert wall.gifts[1].message == "Forza!"


def test_names_without_amounts_appear_in_whole_groups_by_name() -> None:
    campaign = live_campaign()
    for name in PEOPLE[:4]:
        _give(campaign, name, "10.00", show_name=True)
    assert _wall(campaign).names == ()
    _give(campaign, PEOPLE[4], "10.00", show_name=True)
    assert _wall(campaign).names == ("Eva", "Lia", "Nino", "Ugo", "Zita")


def test_whoever_watches_each_change_cannot_tell_a_hidden_amount() -> None:
    campaign = live_campaign()
    amounts = {"Zita": 1100, "Ugo": 1200, "Lia": 1300, "Nino": 1400, "Eva": 1500, "Ida": 1600}
    seen: set[str] = set()
    raised = 0
    for name, minor in amounts.items():
        _give(campaign, name, f"{minor // 100}.00", show_name=True)
        wall = _wall(campaign)
        total = figures_of(campaign, at=now()).raised.minor
        appeared = set(wall.names) - seen
        assert len(appeared) in (0, 5), "a name that appears alone tells its amount"
        assert not wall.gifts
        seen, raised = seen | appeared, total
    assert raised == sum(amounts.values())
    assert len(seen) == 5


def test_a_name_that_is_hidden_later_is_gone() -> None:
    campaign = live_campaign()
    for name in PEOPLE[:5]:
        _give(campaign, name, "10.00", show_name=True)
    Pledge.objects.filter(name="Lia").update(show_name=False)
    assert "Lia" not in _wall(campaign).names


def test_promises_stand_on_the_wall_until_the_closing() -> None:
    campaign = live_campaign(type="all-or-nothing")
    shown = {"name": "Lia", "email": "lia@posta.example", "show_name": True}
    promise_of_bruno(campaign, "30.00", **shown, show_amount=True)
    promise_of_bruno(campaign, "20.00")
    wall = _wall(campaign)
    assert [(one.name, one.amount) for one in wall.gifts] == [("Lia", eur("30.00"))]
    assert wall.others == 1


def test_a_refund_takes_its_whole_group_off_the_wall() -> None:
    campaign = live_campaign()
    for name in PEOPLE[:5]:
        _give(campaign, name, "10.00", show_name=True)
    Pledge.objects.filter(name="Lia").update(state="refunded", net_minor=0)
    assert _wall(campaign).names == (), "the name that vanished would tell what the total lost"


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(PEOPLE), st.booleans(), st.booleans(), st.booleans()),
        min_size=5,
        max_size=14,
    )
)
def test_between_two_views_no_hidden_amount_has_one_name(
    steps: list[tuple[str, bool, bool, bool]],
) -> None:
    campaign = live_campaign(slug=f"orto-{Campaign.objects.count()}")
    before: set[str] = set()
    for number, (name, show_name, show_amount, refund) in enumerate(steps):
        pledge = _give(
            campaign, name, f"{number + 1}.00", show_name=show_name, show_amount=show_amount
        )
        if refund and not show_amount:
            Pledge.objects.filter(pk=pledge.pk).update(state="refunded", net_minor=0)
        after = set(_wall(campaign).names)
        assert len(after - before) in {0, 5}
        assert len(before - after) in {0, 5}
        before = after


def test_a_refunded_gift_is_off_the_wall() -> None:
    campaign = live_campaign()
    pledge = _give(campaign, "Lia", "10.00", show_name=True, show_amount=True)
    Pledge.objects.filter(pk=pledge.pk).update(state="refunded", net_minor=0)
    assert _wall(campaign) == wall_of(campaign, supporters=0)
    assert not _wall(campaign).gifts


def test_the_wall_takes_two_queries(django_assert_num_queries) -> None:
    campaign = live_campaign()
    for name in PEOPLE:
        _give(campaign, name, "10.00", show_name=True)
    with django_assert_num_queries(2):
        wall_of(campaign, supporters=7)


def _give(campaign, name: str, amount: str, **shown) -> Pledge:
    return gift_of_bruno(campaign, amount, name=name, email=f"{name}@posta.example", **shown)


def _wall(campaign):
    return wall_of(campaign, supporters=figures_of(campaign, at=now()).supporters)

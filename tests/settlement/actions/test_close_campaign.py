"""The closing runs from the deadline to the end."""

import pytest

from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.settlement.actions.close_campaign import close_campaign
from tests.cast import eur, gift_of_bruno, let_the_closing_come, live_campaign, promise_of_bruno

pytestmark = pytest.mark.django_db


def test_keep_it_all_keeps_what_was_raised() -> None:
    campaign = live_campaign(target_minor=10_000)
    gift_of_bruno(campaign, "20.00")
    figures = _close(campaign)
    assert (figures.state, figures.reached, figures.percent) == ("ended", False, 20)
    assert figures.raised == eur("20.00")


def test_all_or_nothing_reached_collects() -> None:
    campaign = live_campaign(type="all-or-nothing", target_minor=2000)
    promise_of_bruno(campaign, "25.00")
    figures = _close(campaign)
    assert (figures.reached, figures.percent, figures.supporters) == (True, 125, 1)
    assert (figures.promised, figures.raised) == (eur("25.00"), eur("25.00"))


def test_all_or_nothing_missed_takes_nothing() -> None:
    campaign = live_campaign(type="all-or-nothing", target_minor=5000)
    promise_of_bruno(campaign, "25.00")
    figures = _close(campaign)
    assert (figures.reached, figures.percent, figures.supporters) == (False, 50, 0)
    assert (figures.promised, figures.raised, figures.dropped) == (
        eur("25.00"),
        eur("0.00"),
        eur("25.00"),
    )


def test_closing_again_changes_nothing() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign)
    first = _close(campaign)
    assert _close(campaign) == first
    assert Fact.objects.filter(kind="campaign.closed").count() == 1


def _close(campaign):
    if campaign.state == "live":
        let_the_closing_come(campaign)
    close_campaign(campaign_id=campaign.pk, at=now())
    campaign.refresh_from_db()
    return figures_of(campaign, at=now())

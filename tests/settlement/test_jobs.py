"""The clock opens and closes campaigns without anyone looking."""

from datetime import timedelta

import pytest

from colletta.campaigns.models import Campaign, Closure
from colletta.history.clock import now
from colletta.ledger.actions.freeze import freeze
from colletta.settlement.actions.schedule_campaign import schedule_campaign
from colletta.settlement.jobs import keep_deadlines
from tests.cast import (
    approved_campaign,
    let_the_closing_come,
    live_campaign,
    promise_of_bruno,
)

pytestmark = pytest.mark.django_db


def test_due_campaigns_open_and_close() -> None:
    opening = approved_campaign(slug="apre")
    schedule_campaign(campaign_id=opening.pk)
    later = approved_campaign(slug="dopo", opens_at=now() + timedelta(hours=1))
    schedule_campaign(campaign_id=later.pk)
    let_the_closing_come(live_campaign(slug="chiude"))
    keep_deadlines(timestamp=0)
    states = dict(Campaign.objects.values_list("slug", "state"))
    assert states == {"apre": "live", "dopo": "scheduled", "chiude": "ended"}


def test_frozen_money_holds_up_no_campaign_without_money() -> None:
    waiting = live_campaign(slug="aspetta", type="all-or-nothing", target_minor=2000)
    promise_of_bruno(waiting)
    freeze(reason="a balance has drifted")
    _assert_the_other_ends(waiting, "closing")


def test_a_campaign_that_fails_holds_up_no_other() -> None:
    broken = live_campaign(slug="rotta")
    sums = {"promised_minor": 0, "raised_minor": 0, "supporters": 0, "reached": False}
    Closure.objects.create(campaign=broken, closed_at=now(), **sums)
    _assert_the_other_ends(broken, "live")


def _assert_the_other_ends(first: Campaign, state: str) -> None:
    other = live_campaign(slug="chiude")
    for campaign in (first, other):
        let_the_closing_come(campaign)
    keep_deadlines(timestamp=0)
    assert dict(Campaign.objects.values_list("slug", "state")) == {
        first.slug: state,
        "chiude": "ended",
    }

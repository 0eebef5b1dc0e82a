"""Pledges at the deadline second: each is in or out, and the frozen sum is the sum of those in."""

import threading
from datetime import timedelta

from django.db import connection

from colletta.campaigns.models import Campaign, Closure
from colletta.history.clock import now
from colletta.pledges.models import Pledge
from colletta.pledges.window import CampaignIsNotOpen
from colletta.settlement.actions.begin_closing import begin_closing
from tests.cast import live_campaign, promise_of_bruno
from tests.database import Database


def test_every_accepted_pledge_is_in_the_frozen_sum(fresh_database: Database) -> None:
    campaign, accepted = _rush()
    assert accepted, "nobody was in time: the race did not happen"
    assert _frozen(campaign) == _promised_before_the_closing(campaign) == 100 * accepted


def test_without_the_guard_a_pledge_comes_after_the_sum(fresh_database: Database) -> None:
    """The negative control: the same late pledge slips in once the trigger is off."""
    with fresh_database.connect("owner", autocommit=True) as owner:
        owner.execute("ALTER TABLE pledges_pledge DISABLE TRIGGER pledges_pledge_window")
        owner.execute("ALTER TABLE pledges_pledge DISABLE TRIGGER pledges_pledge_promise_window")
    campaign = _close_in(0.0)
    begin_closing(campaign_id=campaign.pk, at=now())
    promise_of_bruno(campaign, "1.00")
    assert _promised_before_the_closing(campaign) > _frozen(campaign)


def _rush() -> tuple[Campaign, int]:
    campaign = _close_in(0.4)
    accepted: list[int] = []
    threads = [threading.Thread(target=_support, args=(campaign, n, accepted)) for n in range(4)]
    threads.append(threading.Thread(target=_close, args=(campaign,)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return campaign, len(accepted)


def _close_in(seconds: float) -> Campaign:
    campaign = live_campaign(type="all-or-nothing", target_minor=100)
    Campaign.objects.filter(pk=campaign.pk).update(closes_at=now() + timedelta(seconds=seconds))
    campaign.refresh_from_db()
    return campaign


def _support(campaign: Campaign, thread: int, accepted: list[int]) -> None:
    try:
        for number in range(200):
            pledge = promise_of_bruno(campaign, "1.00", email=f"s{thread}-{number}@posta.example")
            accepted.append(pledge.pk)
    except CampaignIsNotOpen:
        pass
    finally:
        connection.close()


def _close(campaign: Campaign) -> None:
    try:
        while now() < campaign.closes_at:
            pass
        begin_closing(campaign_id=campaign.pk, at=now())
    finally:
        connection.close()


def _frozen(campaign: Campaign) -> int:
    return Closure.objects.get(campaign=campaign).promised_minor


def _promised_before_the_closing(campaign: Campaign) -> int:
    promised = Pledge.objects.promises().filter(campaign=campaign)
    return sum(promised.values_list("amount_minor", flat=True))

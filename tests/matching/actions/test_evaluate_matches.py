"""Matches take their steps by gifts and by the clock, each once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.ledger.chart import match_committed
from colletta.ledger.queries import balance_of
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.actions.offer_under_call import offer_under_call
from colletta.matching.models import Match
from colletta.payments.actions.capture_payment import capture_payment
from colletta.people.models import Membership
from colletta.pledges.models import Pledge
from tests.cast import (
    ada,
    approved_campaign,
    circolo_aurora,
    eur,
    gift_of_bruno,
    live_campaign,
    match_of_delta,
    pledge_of_bruno,
    promise_of_bruno,
)
from tests.matching.calls import call_of_delta
from tests.matching.steps import close, give_back, looked_at, standing, steps

pytestmark = pytest.mark.django_db


def test_a_match_is_locked_while_less_is_given_and_unlocked_at_the_threshold() -> None:
    match = match_of_delta(live_campaign())
    gift_of_bruno(match.campaign, "499.99")
    assert looked_at(match).state == "locked"
    assert standing(match).lacking == eur("0.01")
    last = gift_of_bruno(match.campaign, "0.01")
    assert looked_at(match).state == "unlocked"
    assert steps(match) == ["offered", "locked", "unlocked"]
    assert match.steps.get(state="unlocked").at == last.confirmed_at
    assert standing(match).adds == eur("500.00")
    assert balance_of(match_committed(match.pk, "EUR")) == eur("500.00")


def test_each_step_is_told_once_however_often_one_looks() -> None:
    match = match_of_delta(live_campaign())
    gift_of_bruno(match.campaign, "600.00")
    for _ in range(3):
        looked_at(match)
    assert Fact.objects.filter(kind="match.unlocked", about=str(match)).count() == 1


def test_a_match_of_a_campaign_that_waits_is_offered_alone() -> None:
    match = match_of_delta(approved_campaign())
    assert (match.state, match.reserved_minor) == ("offered", 50_000)


def test_people_are_counted_by_their_mailbox() -> None:
    match = match_of_delta(live_campaign(), minimum_supporters=2)
    gift_of_bruno(match.campaign, "500.00")
    gift_of_bruno(match.campaign, "10.00", email="BRUNO@posta.example")
    assert standing(match).lacking_people == 1
    gift_of_bruno(match.campaign, "5.00", email="dora@posta.example")
    assert looked_at(match).state == "unlocked"


def test_gifts_of_the_owner_and_its_team_never_count() -> None:
    match = match_of_delta(live_campaign())
    Membership.objects.create(organisation=circolo_aurora(), person=ada(), role="owner")
    gift_of_bruno(match.campaign, "300.00", email="Ada@posta.example")
    gift_of_bruno(match.campaign, "300.00", email="ciao@aurora.example")
    one = standing(match)
    assert (one.state, one.lacking, one.crowd and one.crowd.people) == ("locked", eur("500.00"), 0)


def test_gifts_made_offline_count_where_the_rule_says_so() -> None:
    campaign = live_campaign()
    silent, counting = match_of_delta(campaign), match_of_delta(campaign, counts_offline=True)
    gift_of_bruno(campaign, "500.00", method="cash", email="")
    assert (looked_at(silent).state, looked_at(counting).state) == ("locked", "unlocked")
    crowd = standing(counting).crowd
    assert crowd is not None
    assert (crowd.counted, crowd.people) == (50_000, 0)


def test_F52_a_refund_lowers_what_is_added_and_never_locks_again() -> None:
    ratio = {"gives": "ratio", "ratio": 5_000, "cap_minor": 100_000}
    match = match_of_delta(live_campaign(), **ratio)
    gift_of_bruno(match.campaign, "400.00")
    gift = gift_of_bruno(match.campaign, "200.00", email="dora@posta.example")
    assert standing(match).adds == eur("300.00")
    give_back(gift)
    one = standing(match)
    assert (one.state, one.adds) == ("unlocked", eur("200.00"))


@pytest.mark.parametrize(("after", "state"), [(-1, "unlocked"), (0, "unlocked"), (1, "missed")])
def test_F53_the_last_instant_of_the_window_counts_and_the_next_does_not(
    after: int, state: str
) -> None:
    campaign = live_campaign(opens_at=now() - timedelta(days=2))
    match = match_of_delta(campaign, window_days=3)
    _, payment = pledge_of_bruno(campaign, "500.00")
    capture_payment(payment_id=payment.pk, at=match.closes_at + timedelta(microseconds=after))
    evaluate_matches(campaign_id=campaign.pk, at=match.closes_at + timedelta(seconds=1))
    assert Match.objects.get(pk=match.pk).state == state


@pytest.mark.parametrize(("after", "state"), [(0, "unlocked"), (1, "missed")])
def test_F53_nothing_counts_after_a_call_closed_though_the_campaign_goes_on(
    after: int, state: str
) -> None:
    campaign = live_campaign()
    call = call_of_delta(closes_at=campaign.closes_at - timedelta(days=5))
    match = offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    assert match.closes_at == call.closes_at
    _, payment = pledge_of_bruno(campaign, "500.00")
    capture_payment(payment_id=payment.pk, at=match.closes_at + timedelta(microseconds=after))
    evaluate_matches(campaign_id=campaign.pk, at=match.closes_at + timedelta(seconds=1))
    assert Match.objects.get(pk=match.pk).state == state


def test_F55_one_person_with_many_gifts_is_matched_up_to_the_cap_per_person() -> None:
    ratio = {"gives": "ratio", "ratio": 10_000, "cap_minor": 100_000, "cap_per_gift_minor": 5_000}
    match = match_of_delta(live_campaign(), threshold_minor=0, **ratio)
    for spelling in ("bruno@posta.example", "BRUNO@posta.example", "Bruno@Posta.Example"):
        gift_of_bruno(match.campaign, "40.00", email=spelling)
    assert standing(match).adds == eur("50.00")


def test_a_match_that_was_not_reached_is_missed_and_frees_its_pool() -> None:
    match = match_of_delta(live_campaign())
    gift_of_bruno(match.campaign, "10.00")
    close(match.campaign)
    match = looked_at(match)
    match.call.refresh_from_db()
    assert (match.state, match.reserved_minor, match.call.reserved_minor) == ("missed", 0, 0)


def test_what_is_below_the_threshold_when_the_claw_back_ends_is_missed() -> None:
    match = match_of_delta(live_campaign())
    gift = gift_of_bruno(match.campaign, "500.00")
    looked_at(match)
    give_back(gift)
    close(match.campaign, days_ago=15)
    assert looked_at(match).state == "missed"
    assert balance_of(match_committed(match.pk, "EUR")) == eur("0.00")


def test_promises_and_the_match_they_unlock_reach_the_target_together() -> None:
    match = match_of_delta(live_campaign(type="all-or-nothing"))
    promise_of_bruno(match.campaign, "500.00")
    close(match.campaign)
    campaign = Campaign.objects.select_related("closure").get(pk=match.campaign_id)
    assert campaign.closure.reached
    assert Pledge.objects.get().state == "confirmed"


def test_an_all_or_nothing_campaign_that_was_missed_takes_its_match_with_it() -> None:
    match = match_of_delta(live_campaign(type="all-or-nothing"), cap_minor=10_000)
    promise_of_bruno(match.campaign, "500.00")
    assert looked_at(match).state == "unlocked"
    close(match.campaign)
    assert looked_at(match).state == "missed"


def test_a_target_that_a_match_relies_on_stands() -> None:
    match = match_of_delta(live_campaign())
    with pytest.raises(IntegrityError, match="a match relies on it"), transaction.atomic():
        Campaign.objects.filter(pk=match.campaign_id).update(target_minor=1)


@pytest.mark.parametrize("column", ["threshold_minor", "cap_minor", "minimum_supporters"])
def test_the_rule_of_a_match_never_changes(column: str) -> None:
    match = match_of_delta(live_campaign())
    with pytest.raises(IntegrityError, match="keeps its terms"), transaction.atomic():
        Match.objects.filter(pk=match.pk).update(**{column: 7})


def test_no_step_is_rewritten() -> None:
    match = match_of_delta(live_campaign())
    for change in ("UPDATE matching_step SET amount_minor = 1", "DELETE FROM matching_step"):
        with pytest.raises(Exception, match="append-only"), transaction.atomic():
            connection.cursor().execute(f"{change} WHERE match_id = {match.pk}")

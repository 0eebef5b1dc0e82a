"""A quadratic call closes: its pool is shared out once, to the cent."""

from datetime import timedelta

import pytest

from colletta.campaigns.models import Campaign
from colletta.history.clock import now
from colletta.ledger.chart import match_committed, match_receivable
from colletta.ledger.queries import balance_of
from colletta.matching.actions.offer_under_call import offer_under_call
from colletta.matching.actions.split_call import CallIsStillOpen, split_call
from colletta.matching.models import Call, CallState, Match
from colletta.matching.standing import standings_of
from tests.cast import approved_campaign, eur, gift_of_bruno, live_campaign
from tests.closing import closing_check
from tests.matching.calls import call_of_delta
from tests.matching.steps import close, give_back, looked_at, standing, steps

pytestmark = pytest.mark.django_db


def quadratic_call(pool: str = "1000.00", **rule: int) -> Call:
    terms = {"gives": "quadratic", "threshold_share": None, "threshold_minor": 0}
    return call_of_delta(pool_minor=eur(pool).minor, rule=terms | rule)


def match_in(call: Call, slug: str, *gifts: str) -> Match:
    """A live campaign in the call, with a gift of one person each."""
    campaign = live_campaign(slug=slug)
    match = offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    for number, amount in enumerate(gifts):
        gift_of_bruno(campaign, amount, email=f"{slug}-{number}@posta.example")
    return looked_at(match)


def close_call(call: Call) -> None:
    """It takes no more campaigns and the windows of its matches are over."""
    Call.objects.filter(pk=call.pk).update(state=CallState.CLOSED)
    Match.objects.filter(call=call).update(closes_at=now())


def split(call: Call) -> list[tuple[str, int]]:
    close_call(call)
    split_call(call_id=call.pk, at=now())
    return list(
        Match.objects.filter(call=call).order_by("pk").values_list("state", "reserved_minor")
    )


def test_the_pool_is_shared_by_square_roots_and_never_passed() -> None:
    """Four people with a euro are 12 euro, two with four are 8, one person alone is nothing."""
    call = quadratic_call("10.00")
    crowd = match_in(call, "orto", *["1.00"] * 4)
    match_in(call, "cortile", "4.00", "4.00")
    match_in(call, "viale", "100.00")
    assert split(call) == [("unlocked", 600), ("unlocked", 400), ("missed", 0)]
    call.refresh_from_db()
    assert call.reserved_minor == call.pool_minor
    assert balance_of(match_committed(crowd.pk, "EUR")) == eur("6.00")
    assert steps(crowd) == ["offered", "locked", "unlocked"]
    closing_check()


def test_while_it_is_open_a_campaign_is_told_what_it_would_get() -> None:
    call = quadratic_call()
    match = match_in(call, "orto", *["1.00"] * 4)
    one = standing(match)
    assert (one.state, one.adds, one.would_add) == ("locked", eur("0.00"), eur("12.00"))
    match_in(quadratic_call_of_another(), "cortile", "4.00", "4.00")
    assert standing(match).would_add == eur("12.00")


def quadratic_call_of_another() -> Call:
    terms = {"gives": "quadratic", "threshold_share": None, "threshold_minor": 0}
    return call_of_delta(slug="altro-bando", pool_minor=100, rule=terms)


def test_an_open_call_is_not_shared_out() -> None:
    call = quadratic_call()
    match_in(call, "orto", "1.00", "1.00")
    with pytest.raises(CallIsStillOpen):
        split_call(call_id=call.pk, at=now())
    Call.objects.update(state=CallState.CLOSED)
    with pytest.raises(CallIsStillOpen):  # a window is open
        split_call(call_id=call.pk, at=now())


def test_sharing_it_out_again_changes_nothing() -> None:
    call = quadratic_call()
    match_in(call, "orto", "1.00", "1.00")
    assert split(call) == split(call) == [("unlocked", 200)]


def test_a_campaign_gets_no_more_than_the_cap() -> None:
    call = quadratic_call("10.00", cap_minor=300)
    match_in(call, "orto", *["1.00"] * 4)
    match_in(call, "cortile", "4.00", "4.00")
    assert split(call) == [("unlocked", 300), ("unlocked", 300)]


def test_people_that_are_asked_for_must_be_there() -> None:
    call = quadratic_call(minimum_supporters=3)
    match_in(call, "orto", *["1.00"] * 4)
    match_in(call, "cortile", "4.00", "4.00")
    assert split(call) == [("unlocked", 1200), ("missed", 0)]


def test_gifts_of_the_team_and_of_nobody_bring_nothing() -> None:
    call = quadratic_call(counts_offline=True)
    match = match_in(call, "orto", "1.00")
    gift_of_bruno(match.campaign, "50.00", email="ciao@aurora.example")
    gift_of_bruno(match.campaign, "50.00", email="", method="cash")
    assert split(call) == [("missed", 0)]


def test_a_campaign_that_never_opened_leaves_the_call() -> None:
    call = quadratic_call()
    campaign = approved_campaign()
    offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    assert split(call) == [("withdrawn", 0)]


def test_what_was_shared_out_stays_and_is_confirmed_after_the_claw_back() -> None:
    call = quadratic_call()
    match = match_in(call, "orto", "1.00", "1.00")
    gift = gift_of_bruno(match.campaign, "9.00", email="dora@posta.example")
    close(match.campaign)
    assert split(call) == [("unlocked", 1400)]
    give_back(gift)
    campaign = Campaign.objects.get(pk=match.campaign_id)
    assert standings_of([campaign])[campaign.pk][0].adds == eur("14.00")
    moved = now() - timedelta(days=15)
    Campaign.objects.filter(pk=campaign.pk).update(
        opens_at=moved - timedelta(days=9), closes_at=moved
    )
    assert looked_at(match).state == "confirmed"
    assert balance_of(match_receivable(match.pk, "EUR")) == eur("14.00")
    closing_check()

"""What a gift would do is reckoned by the rule, before anyone gives it."""

import pytest

from colletta.campaigns.models import BudgetLine, Campaign
from colletta.figures import figures_of
from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.actions.offer_under_call import offer_under_call
from colletta.pages.campaign.plan import budget_of
from colletta.pages.campaign.what_if import Outcome, what_if_of
from tests.cast import eur, gift_of_bruno, live_campaign, match_of_delta
from tests.matching.calls import call_of_delta

pytestmark = pytest.mark.django_db


def outcomes(campaign: Campaign) -> dict[str, Outcome]:
    found = what_if_of(figures_of(campaign, at=now()), budget_of(campaign))
    return {one.amount.major(): one for one in found}


def test_the_sum_that_unlocks_is_among_them_and_says_so() -> None:
    campaign = live_campaign()
    match_of_delta(campaign)
    gift_of_bruno(campaign, "470.00")
    found = outcomes(campaign)
    assert found["20.00"].sentences == ("€10 lacking for Fondazione Delta",)
    there = found["30.00"]
    assert there.sentences == ("Fondazione Delta is unlocked and adds €500",)
    assert (there.people, there.together) == ("50%", "100%")
    assert (there.people_width, there.together_width) == ("50%", "100%")


def test_after_the_threshold_a_gift_takes_the_place_of_partner_money() -> None:
    campaign = live_campaign()
    gift_of_bruno(campaign, "600.00")
    match_of_delta(campaign)
    assert outcomes(campaign)["100.00"].sentences == ("Fondazione Delta adds €300",)


def test_the_next_budget_line_is_named_when_it_is_paid_for() -> None:
    campaign = live_campaign()
    for position, sum_ in enumerate(("10.00", "40.00", "900.00")):
        BudgetLine.objects.create(
            campaign=campaign,
            position=position,
            names={"it": f"Vasca {position}", "en": f"Bed {position}"},
            amount_minor=eur(sum_).minor,
        )
    match_of_delta(campaign)
    found = outcomes(campaign)
    assert "Bed 0 is paid for" in found["10.00"].sentences
    assert "Bed 1 is paid for" in found["50.00"].sentences
    assert not [said for said in found["5.00"].sentences if "paid for" in said]


def test_without_a_match_nothing_is_asked() -> None:
    assert outcomes(live_campaign()) == {}


def test_a_quadratic_match_moves_only_with_all_of_its_call() -> None:
    call = call_of_delta(rule={"gives": "quadratic", "threshold_share": None, "threshold_minor": 0})
    campaign = live_campaign()
    offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    evaluate_matches(campaign_id=campaign.pk, at=now())
    assert outcomes(campaign) == {}
    match_of_delta(campaign)
    (only,) = outcomes(campaign)["10.00"].sentences
    assert only == "€490 lacking for Fondazione Delta"


def test_the_sums_that_reach_something_are_never_left_out() -> None:
    campaign = live_campaign()
    for number in range(4):
        match_of_delta(campaign, gives="flat", amount_minor=100, threshold_minor=60_000 + number)
    assert {"600.00", "600.01", "600.02", "600.03"} <= set(outcomes(campaign))
    assert len(outcomes(campaign)) == 9

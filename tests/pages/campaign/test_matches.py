"""The card of a match: what it says in each state, and what happened when."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.actions.offer_under_call import offer_under_call
from colletta.pages.campaign.matches import match_card
from tests.cast import gift_of_bruno, live_campaign, match_of_delta
from tests.matching.calls import call_of_delta
from tests.matching.steps import standing

pytestmark = pytest.mark.django_db


def test_what_happened_is_listed_with_its_dates_and_the_offer_is_not() -> None:
    campaign = live_campaign(target_minor=700_000)
    match = match_of_delta(campaign)
    card = match_card(standing(match))
    assert card.icon == "clock"
    assert [word for word, _ in card.steps] == ["Gifts began to count"]
    gift_of_bruno(campaign, "3500.00")
    evaluate_matches(campaign_id=campaign.pk, at=now())
    match.refresh_from_db()
    card = match_card(standing(match))
    assert card.icon == "check"
    assert [word for word, _ in card.steps] == ["Gifts began to count", "Unlocked"]
    assert card.steps[0][1] <= card.steps[1][1]
    assert card.sentences[0] == "Fondazione Delta adds €3,500 now."


def test_people_who_are_needed_beside_the_sum_are_said() -> None:
    match = match_of_delta(live_campaign(target_minor=700_000), minimum_supporters=2)
    needed = "€3,500 more is needed, and the gifts of 2 people more."
    assert match_card(standing(match)).sentences == (needed,)


def test_a_call_that_closes_before_the_campaign_is_mentioned() -> None:
    campaign = live_campaign(target_minor=70_000)
    call = call_of_delta(closes_at=campaign.closes_at - timedelta(days=1))
    match = offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    needed, closing = match_card(standing(match)).sentences
    assert needed == "€350 more is needed."
    assert closing.startswith("It counts what is given until ")
    with override("it"):
        assert match_card(standing(match)).sentences[0] == "Servono ancora 350\u00a0€."

"""A campaign comes under a call, whose pool bears it or refuses."""

import pytest

from colletta.history.clock import now
from colletta.matching.actions.offer_under_call import offer_under_call
from colletta.matching.models import Match
from colletta.matching.steps import MatchRefused, PoolCannotBear
from tests.cast import approved_campaign
from tests.matching.calls import call_of_delta

pytestmark = pytest.mark.django_db


def test_the_match_has_the_rule_of_its_call_and_reserves_from_its_pool() -> None:
    campaign, call = approved_campaign(), call_of_delta(pool_minor=60_000)
    match = offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    call.refresh_from_db()
    assert (match.state, match.reserved_minor, call.reserved_minor) == ("offered", 50_000, 50_000)
    assert (match.call_name, match.copied_terms()) == ("verde-vicino", call.rule.copied_terms())


def test_what_the_pool_cannot_bear_is_refused_and_nothing_is_written() -> None:
    campaign, call = approved_campaign(), call_of_delta(pool_minor=49_999)
    with pytest.raises(PoolCannotBear):
        offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())
    assert not Match.objects.exists()


def test_another_currency_is_refused() -> None:
    campaign, call = approved_campaign(), call_of_delta(currency="CHF")
    with pytest.raises(MatchRefused, match="a_match_has_the_currency_of_its_call"):
        offer_under_call(campaign_id=campaign.pk, call_id=call.pk, version=1, at=now())

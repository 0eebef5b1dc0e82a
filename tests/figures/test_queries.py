"""The figures are what the books say."""

from datetime import timedelta

import pytest

from colletta.figures import figures_of, figures_of_many
from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.payments.models import Payment
from tests.cast import (
    eur,
    gift_of_bruno,
    live_campaign,
    match_of_delta,
    pledge_of_bruno,
    promise_of_bruno,
)

pytestmark = pytest.mark.django_db


def test_a_new_campaign_has_nothing() -> None:
    figures = figures_of(live_campaign(), at=now())
    assert (figures.raised, figures.missing) == (eur("0.00"), eur("1000.00"))
    assert (figures.percent, figures.supporters, figures.reached) == (0, 0, None)


def test_a_pledge_is_not_money_until_it_arrives() -> None:
    campaign = live_campaign()
    _, payment = pledge_of_bruno(campaign, "20.00")
    assert figures_of(campaign, at=now()).raised == eur("0.00")
    Payment.objects.filter(pk=payment.pk).update(state="started")
    Payment.objects.filter(pk=payment.pk).update(state="processing")
    figures = figures_of(campaign, at=now())
    assert (figures.raised, figures.on_its_way) == (eur("0.00"), eur("20.00"))


def test_percent_is_rounded_down() -> None:
    campaign = live_campaign(target_minor=700_000)
    gift_of_bruno(campaign, "3531.00")
    figures = figures_of(campaign, at=now())
    assert figures.percent == 50
    assert figures.missing == eur("3469.00")


def test_percent_may_pass_a_hundred() -> None:
    campaign = live_campaign(target_minor=1000)
    gift_of_bruno(campaign, "20.00")
    figures = figures_of(campaign, at=now())
    assert (figures.percent, figures.missing) == (200, eur("0.00"))


def test_promises_are_the_headline_of_all_or_nothing() -> None:
    campaign = live_campaign(type="all-or-nothing", target_minor=4000)
    promise_of_bruno(campaign, "20.00")
    figures = figures_of(campaign, at=now())
    assert (figures.raised, figures.promised) == (eur("0.00"), eur("20.00"))
    assert (figures.percent, figures.supporters) == (50, 1)


def test_past_its_closing_a_campaign_is_closing_before_any_job_ran() -> None:
    campaign = live_campaign()
    assert figures_of(campaign, at=now()).state == "live"
    assert figures_of(campaign, at=campaign.closes_at).state == "closing"
    assert figures_of(campaign, at=campaign.closes_at - timedelta(seconds=1)).state == "live"


def test_many_campaigns_need_no_more_queries_than_one(django_assert_num_queries) -> None:
    campaigns = [live_campaign(slug=f"orto-{number}") for number in range(5)]
    for campaign in campaigns:
        gift_of_bruno(campaign)
    at = now()
    with django_assert_num_queries(1):
        assert len(figures_of_many(campaigns, at=at)) == 5
    with django_assert_num_queries(1):
        figures_of(campaigns[0], at=at)


def test_scripts_get_sums_as_strings() -> None:
    campaign = live_campaign(target_minor=700_000)
    gift_of_bruno(campaign, "3531.00")
    printed = figures_of(campaign, at=now()).as_json()
    assert printed | {"opens_at": "", "closes_at": ""} == {
        "raised": "3531.00",
        "promised": "0.00",
        "on_its_way": "0.00",
        "target": "7000.00",
        "missing": "3469.00",
        "currency": "EUR",
        "percent": 50,
        "supporters": 1,
        "type": "keep-it-all",
        "state": "live",
        "reached": None,
        "opens_at": "",
        "closes_at": "",
        "matches": [],
    }


def test_scripts_are_told_of_each_match_in_its_order() -> None:
    campaign = live_campaign(target_minor=700_000)
    match_of_delta(campaign, threshold_minor=350_000)
    match_of_delta(
        campaign, gives="flat", amount_minor=10_000, threshold_minor=400_000, minimum_supporters=3
    )
    gift_of_bruno(campaign, "3531.00")
    evaluate_matches(campaign_id=campaign.pk, at=now())
    printed = figures_of(campaign, at=now()).as_json()
    assert printed["missing"] == "0.00"
    assert printed["matches"] == [
        {
            "partner": "Fondazione Delta",
            "state": "unlocked",
            "threshold": "3500.00",
            "adds": "3469.00",
            "would_add": "3469.00",
            "lacking": "0.00",
            "lacking_supporters": 0,
        },
        {
            "partner": "Fondazione Delta",
            "state": "locked",
            "threshold": "4000.00",
            "adds": "0.00",
            "would_add": "100.00",
            "lacking": "469.00",
            "lacking_supporters": 2,
        },
    ]

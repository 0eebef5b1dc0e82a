"""The time line of a campaign."""

import pytest

from colletta.campaigns.models import Campaign
from colletta.community.actions.note_milestones import note_milestones
from colletta.community.activity import activity_of
from colletta.community.models import Update
from colletta.history.clock import now
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.settlement.actions.cancel_campaign import cancel_campaign
from colletta.settlement.actions.close_campaign import close_campaign
from colletta.settlement.actions.schedule_campaign import schedule_campaign
from tests.cast import (
    approved_campaign,
    gift_of_bruno,
    let_the_closing_come,
    live_campaign,
    match_of_delta,
)

pytestmark = pytest.mark.django_db


def happened(campaign: Campaign) -> list[str]:
    found = Campaign.objects.select_related("closure", "cancellation").get(pk=campaign.pk)
    return [event.what.value for event in activity_of(found)]


def test_everything_stands_there_the_newest_first() -> None:
    campaign = live_campaign()
    match_of_delta(campaign)
    gift_of_bruno(campaign, "20.00")
    gift_of_bruno(campaign, "500.00", email="bruna@posta.example")
    evaluate_matches(campaign_id=campaign.pk, at=now())
    gift_of_bruno(campaign, "600.00", email="beppe@posta.example")
    note_milestones(at=now())
    Update.objects.create(
        campaign=campaign,
        name="grazie",
        language="it",
        titles={"it": "Grazie"},
        texts={"it": "<p>Ciao</p>"},
        published_at=now(),
        told_at=now(),
    )
    let_the_closing_come(campaign)
    close_campaign(campaign_id=campaign.pk, at=now())
    expected = ["ended", "update", "reached", "match_unlocked", "first_gift", "opened"]
    assert happened(campaign) == expected


def test_before_it_opens_nothing_happened() -> None:
    campaign = approved_campaign(
        opens_at=now().replace(year=now().year + 1), closes_at=now().replace(year=now().year + 2)
    )
    schedule_campaign(campaign_id=campaign.pk)
    assert happened(campaign) == []


def test_a_campaign_that_was_called_off_says_so() -> None:
    campaign = live_campaign()
    cancel_campaign(campaign_id=campaign.pk, at=now(), reason="Non si può")
    assert happened(campaign)[0] == "cancelled"


def test_a_hidden_update_is_not_there() -> None:
    campaign = live_campaign()
    Update.objects.create(
        campaign=campaign,
        name="grazie",
        language="it",
        titles={"it": "Grazie"},
        texts={"it": "<p>Ciao</p>"},
        published_at=now(),
        told_at=now(),
        hidden_at=now(),
        hidden_because="Fuori tema",
    )
    assert happened(campaign) == ["opened"]

"""Campaigns to be measured: one with few gifts, one with many, a hundred to give to."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg

from bench.stages.giving import give
from colletta.campaigns.models import Campaign, CampaignText, State, Type
from colletta.history.clock import now
from colletta.ledger.chart import provider_clearing
from colletta.people.models import Organisation
from colletta.settlement.actions.open_campaign import open_campaign

GIFT = 2000  # minor units
STORY = "<h2>Un orto in cortile</h2>" + "<p>Tre vasche, una compostiera, molte mani.</p>" * 30
HERE = Path(__file__).parent


def run(*, few: int, many: int, crowd: int) -> dict[str, Any]:
    """Slugs and keys of what was made."""
    group = Organisation.objects.create(slug="aurora", name="Circolo Aurora")
    small, large = _campaign("few", group), _campaign("many", group)
    others = [_campaign(f"crowd-{number}", group) for number in range(crowd)]
    with psycopg.connect(os.environ["BENCH_OWNER_URL"], autocommit=True) as owner:
        owner.execute((HERE / "guards.sql").read_text().encode())
        for campaign, count in ((small, few), (large, many)):
            give([campaign.pk], 0)  # which opens the accounts
            owner.execute(_rows(campaign.pk, count - 1))
        owner.execute("DROP FUNCTION bench_guards")
        owner.execute("VACUUM (ANALYZE)")
    return {
        "few_slug": small.slug,
        "many_slug": large.slug,
        "crowd": [campaign.pk for campaign in others],
        "crowd_slugs": [campaign.slug for campaign in others],
    }


def _rows(campaign: int, count: int) -> bytes:
    text = (HERE / "gifts.sql").read_text()
    clearing = provider_clearing("recorded", "", "EUR").code
    return text.format(campaign=campaign, count=count, gift=GIFT, clearing=clearing).encode()


def _campaign(slug: str, group: Organisation) -> Campaign:
    at = now()
    campaign = Campaign.objects.create(
        slug=slug,
        type=Type.KEEP_IT_ALL,
        category="environment",
        state=State.APPROVED,
        currency="EUR",
        target_minor=100_000_000,
        opens_at=at - timedelta(days=10),
        closes_at=at + timedelta(days=20),
        timezone="Europe/Rome",
        language="it",
        owner_organisation=group,
    )
    CampaignText.objects.create(
        campaign=campaign, language="it", title=f"Un orto in cortile, {slug}", story=STORY
    )
    return open_campaign(campaign_id=campaign.pk, at=now())

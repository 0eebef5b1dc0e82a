"""Campaigns to be measured: one with few gifts, one with many, a hundred to give to."""

import os
from datetime import timedelta
from typing import Any

import psycopg
from django.db import transaction

from colletta.campaigns.models import Campaign, CampaignText, State, Type
from colletta.history.clock import now
from colletta.ledger.actions.post import post
from colletta.ledger.chart import campaign_fund, campaign_given, campaign_raised, provider_clearing
from colletta.ledger.moves import Move
from colletta.money import Money
from colletta.people.models import Organisation
from colletta.settlement.actions.open_campaign import open_campaign

GIFT = 2000  # minor units
STORY = "<h2>Un orto in cortile</h2>" + "<p>Tre vasche, una compostiera, molte mani.</p>" * 30
# What a gift leaves where a page looks. Through the actions a hundred thousand take twenty minutes;
# the triggers that would follow each row are off meanwhile, and what they keep is written at once.
ROWS = """
    ALTER TABLE pledges_pledge DISABLE TRIGGER USER;
    INSERT INTO pledges_pledge (campaign_id, name, email, email_key, currency, amount_minor,
        net_minor, state, show_name, show_amount, message, made_at, confirmed_at)
    SELECT {campaign}, 'Bruno ' || n, 'b' || n || '@posta.example', 'b' || n || '@posta.example',
        'EUR', {gift}, {gift}, 'confirmed', true, n % 3 > 0, '',
        colletta_now() - n * interval '1 s', colletta_now() - n * interval '1 s'
    FROM generate_series(1, {count}) n;
    SET CONSTRAINTS ALL IMMEDIATE;
    DO $$ DECLARE guard name; BEGIN
        FOR guard IN SELECT tgname FROM pg_trigger
            WHERE tgrelid = 'pledges_pledge'::regclass AND NOT tgisinternal
        LOOP EXECUTE format('ALTER TABLE pledges_pledge ENABLE ALWAYS TRIGGER %I', guard); END LOOP;
    END $$;
    INSERT INTO pledges_supporter (campaign_id, key, standing_minor)
    SELECT campaign_id, email_key, net_minor FROM pledges_pledge WHERE campaign_id = {campaign};
    UPDATE pledges_tally SET supporters = {count} WHERE campaign_id = {campaign};
"""


def run(*, few: int, many: int, crowd: int) -> dict[str, Any]:
    """Slugs and keys of what was made."""
    group = Organisation.objects.create(slug="aurora", name="Circolo Aurora")
    small, large = _campaign("few", group), _campaign("many", group)
    others = [_campaign(f"crowd-{number}", group) for number in range(crowd)]
    with psycopg.connect(os.environ["BENCH_OWNER_URL"], autocommit=True) as owner:
        for campaign, count in ((small, few), (large, many)):
            owner.execute(_rows(campaign.pk, count))
            _book(campaign.pk, count)
        owner.execute("VACUUM (ANALYZE) pledges_pledge")
    return {
        "few_slug": small.slug,
        "many_slug": large.slug,
        "crowd": [campaign.pk for campaign in others],
        "crowd_slugs": [campaign.slug for campaign in others],
    }


def _rows(campaign: int, count: int) -> str:
    return ROWS.format(campaign=campaign, gift=GIFT, count=count)


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


def _book(campaign: int, count: int) -> None:
    gifts = Money(GIFT * count, "EUR")
    clearing = provider_clearing("recorded", "", "EUR")
    given, raised = campaign_given(campaign, "EUR"), campaign_raised(campaign, "EUR")
    moves = [Move(clearing, campaign_fund(campaign, "EUR"), gifts), Move(given, raised, gifts)]
    with transaction.atomic():
        post(kind="gift", key=f"bench:{campaign}", transfers=moves, occurred_at=now())

"""The deadline of a campaign has come: what stands now is frozen."""

from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign, Closure, State
from colletta.history.actions.record import record
from colletta.ledger.chart import campaign_raised
from colletta.ledger.queries import balance_of
from colletta.matching.actions.evaluate_matches import evaluate_matches
from colletta.matching.standing import standings_of
from colletta.pledges.models import Tally


class CampaignIsStillOpen(Exception):
    """The closing has not come yet."""


@transaction.atomic
def begin_closing(*, campaign_id: int, at: datetime) -> Campaign:
    """The campaign is *closing* and its Closure keeps what was promised, raised, reached.

    What the matches add that people's money unlocked counts toward what is reached.

    The state is written first: from then on no pledge is accepted, and those that were are
    committed. Only a later statement sums (guard D10). A campaign that is not live stays as it is.
    Raises CampaignIsStillOpen where `at` is before the closing.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign_id)
    if campaign.state != State.LIVE:
        return campaign
    if at < campaign.closes_at:
        raise CampaignIsStillOpen(campaign.slug)
    campaign.state = State.CLOSING
    campaign.save(update_fields=["state"])
    evaluate_matches(campaign_id=campaign.pk, at=at)
    _freeze(campaign)
    record("campaign.closing", about=f"campaign:{campaign.pk}", at=campaign.closes_at)
    return campaign


def _freeze(campaign: Campaign) -> None:
    tally = Tally.objects.get(campaign=campaign)
    raised = balance_of(campaign_raised(campaign.pk, campaign.currency)).minor
    given = raised + (tally.promised_minor if campaign.all_or_nothing else 0)
    added = sum(one.adds.minor for one in standings_of([campaign])[campaign.pk])
    Closure.objects.create(
        campaign=campaign,
        closed_at=campaign.closes_at,
        promised_minor=tally.promised_minor,
        raised_minor=raised,
        supporters=tally.supporters,
        reached=given + added >= campaign.target_minor,
    )

"""The owner's people tell something."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.community.models import TALKED_ABOUT, Update
from colletta.community.rights import writes_for
from colletta.history.actions.record import record
from colletta.people.models import Person


class NotYoursToTell(Exception):
    """The person is not of the owner's people, or only looks after the comments."""


class NobodyReadsIt(Exception):
    """The campaign is not public, or was stopped."""


def write_update(
    *,
    campaign_id: int,
    by: Person,
    titles: Mapping[str, str],
    texts: Mapping[str, str],
    publish_at: datetime,
    at: datetime,
) -> Update:
    """The update stands on the campaign's page, or waits for its time.

    `titles` are plain, `texts` clean HTML of the closed subset, both by language, the campaign's
    own among them. Raises NotYoursToTell, NobodyReadsIt, Campaign.DoesNotExist.
    """
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update().get(pk=campaign_id)
        if not writes_for(by, campaign):
            raise NotYoursToTell(f"campaign:{campaign_id} by person:{by.pk}")
        if campaign.state not in TALKED_ABOUT:
            raise NobodyReadsIt(f"campaign:{campaign_id} is {campaign.state}")
        due = publish_at <= at
        update = Update.objects.create(
            campaign=campaign,
            name=_name(campaign, at),
            language=campaign.language,
            titles=dict(titles),
            texts=dict(texts),
            published_at=at if due else publish_at,
            told_at=at if due else None,
            written_by=by,
        )
        kind = "update.published" if due else "update.scheduled"
        details = {"campaign": campaign.pk}
        record(kind, about=str(update), by=f"person:{by.pk}", details=details)
    return update


def _name(campaign: Campaign, at: datetime) -> str:
    """What its file is called when the campaign leaves; the campaign's row is locked."""
    day = at.date().isoformat()
    taken = Update.objects.filter(campaign=campaign, name__startswith=f"{day}-").count()
    return f"{day}-{taken + 1}"

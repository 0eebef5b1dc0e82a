"""The owner's people tell something."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from colletta.campaigns.models import Campaign
from colletta.community.models import TALKED_ABOUT, Readers, Update
from colletta.community.rights import writes_for
from colletta.history.actions.record import record
from colletta.people.models import Person
from colletta.pictures.models import Picture

Shown = tuple[Picture, Mapping[str, str]]  # with its alternative text by language


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
    readers: Readers = Readers.EVERYBODY,
    pictures: Sequence[Shown] = (),
) -> Update:
    """The update stands where its readers find it, or waits for its time.

    `titles` are plain, `texts` clean HTML of the closed subset, both by language, the campaign's
    own among them. Raises NotYoursToTell, NobodyReadsIt, Campaign.DoesNotExist.
    """
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update().get(pk=campaign_id)
        _require_voice(by, campaign)
        due = publish_at <= at
        update = Update.objects.create(
            campaign=campaign,
            name=_name(campaign, at),
            language=campaign.language,
            titles=dict(titles),
            texts=dict(texts),
            readers=readers,
            published_at=at if due else publish_at,
            told_at=at if due else None,
            written_by=by,
        )
        _hang(update, pictures)
        kind = "update.published" if due else "update.scheduled"
        details = {"campaign": campaign.pk}
        record(kind, about=str(update), by=f"person:{by.pk}", details=details)
    return update


def _require_voice(by: Person, campaign: Campaign) -> None:
    if not writes_for(by, campaign):
        raise NotYoursToTell(f"campaign:{campaign.pk} by person:{by.pk}")
    if campaign.state not in TALKED_ABOUT:
        raise NobodyReadsIt(f"campaign:{campaign.pk} is {campaign.state}")


def _hang(update: Update, pictures: Sequence[Shown]) -> None:
    """The pictures stand below the text, in this order."""
    for place, (picture, alternatives) in enumerate(pictures):
        update.pictures.create(picture=picture, position=place, alternatives=dict(alternatives))


def _name(campaign: Campaign, at: datetime) -> str:
    """What its file is called when the campaign leaves; the campaign's row is locked."""
    day = at.date().isoformat()
    taken = Update.objects.filter(campaign=campaign, name__startswith=f"{day}-").count()
    return f"{day}-{taken + 1}"

"""A kind word to whoever has told nothing for long."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from colletta.campaigns.models import Campaign, State
from colletta.community.models import Update
from colletta.community.rights import WRITING, people_of
from colletta.mail.actions.write_letter import write_letter
from colletta.people.models import Person

SILENCE = timedelta(days=21)


def nudge_owners(*, at: datetime) -> int:
    """Whoever writes for an open campaign has a letter for each 21 days without an update.

    Returns how many campaigns were silent. Each is one transaction.
    """
    told = Update.objects.filter(told_at__isnull=False).order_by()
    newest = dict(told.values_list("campaign").annotate(newest=Max("told_at")))
    silent = Campaign.objects.filter(state=State.LIVE, opens_at__lte=at - SILENCE, closes_at__gt=at)
    since = {
        campaign: max(newest.get(campaign.pk, campaign.opens_at), campaign.opens_at)
        for campaign in silent.with_telling().order_by("pk")
    }
    due = {campaign: last for campaign, last in since.items() if last <= at - SILENCE}
    for campaign, last in due.items():
        _nudge(campaign, last, at)
    return len(due)


@transaction.atomic
def _nudge(campaign: Campaign, last: datetime, at: datetime) -> None:
    times = (at - last) // SILENCE
    for person in people_of(campaign, roles=WRITING):
        occasion = f"{campaign}:silent:{last:%Y-%m-%d}:{times}"
        _write(campaign, person, key=f"{occasion}:person:{person.pk}", days=times * SILENCE.days)


def _write(campaign: Campaign, person: Person, *, key: str, days: int) -> None:
    write_letter(
        key=key,
        kind="community.silence",
        to=person.email,
        language=person.language,
        template="community/letters/silence",
        context={
            "name": person.name,
            "title": campaign.text_in(person.language).title,
            "slug": campaign.slug,
            "days": days,
        },
    )

"""Whoever wants it once a day hears of all gifts together."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from colletta.campaigns.models import Campaign
from colletta.community.gifts_told import days_of
from colletta.community.rights import HEARING_OF_GIFTS, campaigns_of
from colletta.mail.actions.write_letter import write_letter
from colletta.mail.day import NOTES_AT, last
from colletta.mail.kinds import Topic
from colletta.mail.models import Letter, Mailbox, Note
from colletta.people.models import Person
from colletta.pledges.models import Pledge


def tell_gifts_of_the_day(*, at: datetime) -> int:
    """Each mailbox with gifts noted before the hour has one letter held for its letter of the day.

    A mailbox is one transaction: its notes wait still, or are told. Gifts that were given back
    meanwhile, and campaigns that the reader left, are not told. Returns how many letters there are.
    """
    until = last(NOTES_AT, at=at)
    numbers = _waiting(until).order_by("mailbox").values_list("mailbox", flat=True).distinct()
    return sum(_tell(number, until, at) for number in list(numbers))


def _waiting(until: datetime) -> QuerySet[Note]:
    return Note.objects.filter(topic=Topic.GIFTS, told_at__isnull=True, noted_at__lt=until)


@transaction.atomic
def _tell(number: int, until: datetime, at: datetime) -> bool:
    mailbox = Mailbox.objects.select_for_update().get(pk=number)
    key = f"{mailbox}:gifts:{until:%Y-%m-%d}"
    if Letter.objects.filter(key=key).exists():
        return False  # whatever was noted later waits for the next
    notes = list(_waiting(until).filter(mailbox=mailbox).order_by("pk"))
    Note.objects.filter(pk__in=[note.pk for note in notes]).update(told_at=at)
    person = Person.objects.filter(email_key=mailbox.key, is_active=True).first()
    gifts = _gifts(notes, person) if person is not None else []
    if person is None or not gifts:
        return False
    write_letter(
        key=key,
        kind="community.gifts_of_the_day",
        to=person.email,
        language=person.language,
        template="community/letters/gifts_of_the_day",
        context={"name": person.name, "days": days_of(gifts, person.language), "n": len(gifts)},
        hold=True,
    )
    return True


def _gifts(notes: list[Note], person: Person) -> list[Pledge]:
    numbers = [int(note.about.removeprefix("pledge:")) for note in notes]
    theirs = campaigns_of(person, roles=HEARING_OF_GIFTS).values("pk")
    gifts = Pledge.objects.gifts().filter(pk__in=numbers, campaign__in=theirs)
    campaigns = Campaign.objects.with_telling().in_bulk(gifts.values_list("campaign", flat=True))
    found = list(gifts.order_by("campaign", "confirmed_at", "pk"))
    for gift in found:
        gift.campaign = campaigns[gift.campaign_id]
    return found

"""When letters come to a mailbox."""

from datetime import datetime, timedelta

from colletta.mail.addresses import email_key
from colletta.mail.kinds import Timing, Topic, usual
from colletta.mail.models import Letter, Mailbox, Preference

# More than these within the hour wait for the letter of the day, whatever their reader chose.
MANY = 3
WINDOW = timedelta(hours=1)


def timing_of(address: str, topic: Topic) -> Timing:
    """When letters about a topic come to an address."""
    found = Preference.objects.filter(mailbox__key=email_key(address), topic=topic)
    chosen = found.values_list("timing", flat=True).first()
    return Timing(chosen) if chosen else usual(topic)


def timings_of(mailbox: Mailbox) -> dict[Topic, Timing]:
    """The same of every topic."""
    chosen = dict(mailbox.preferences.values_list("topic", "timing"))
    return {topic: Timing(chosen.get(topic, usual(topic))) for topic in Topic}


def has_many(mailbox: Mailbox, *, at: datetime) -> bool:
    """Whether so much went there lately that more of it waits for the letter of the day.

    Nothing is locked for it: of two letters written at the same moment one too many may go at once.
    """
    lately = Letter.objects.filter(mailbox=mailbox, written_at__gt=at - WINDOW)
    sent = lately.exclude(topic="").filter(held_at__isnull=True, withheld="")
    return sent.count() >= MANY

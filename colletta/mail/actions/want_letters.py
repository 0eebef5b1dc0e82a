"""Somebody asks for letters that they had switched off."""

from collections.abc import Iterable

from django.db import transaction

from colletta.mail.addresses import email_key
from colletta.mail.kinds import Timing, Topic
from colletta.mail.models import Preference


@transaction.atomic
def want_letters(*, address: str, topics: Iterable[Topic]) -> None:
    """Letters about these topics come again as usual where they never came: the newer wish holds.

    The caller made sure that the mailbox is theirs who ask.
    """
    off = Preference.objects.filter(mailbox__key=email_key(address), timing=Timing.NEVER)
    off.filter(topic__in=list(topics)).delete()

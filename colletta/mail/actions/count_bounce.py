"""A letter did not arrive; perhaps its mailbox gets no more."""

from datetime import datetime, timedelta

from django.db import transaction

from colletta.mail.models import Bounce, Letter, Mailbox
from colletta.mail.status import is_hard

SOFT_ONES = 3
WITHIN = timedelta(days=14)


@transaction.atomic
def count_bounce(*, letter_id: int, status: str, said: str, at: datetime) -> Bounce | None:
    """The bounce of this letter is written down, once; None where there is no such letter.

    After a hard one, or the third soft one within 14 days, the mailbox is undeliverable: no letter
    goes there until its owner shows that it works (trust_mailbox). A letter from before they did so
    says nothing new.
    """
    letter = Letter.objects.filter(pk=letter_id, begun_at__isnull=False).first()
    if letter is None or letter.begun_at is None:
        return None
    number = Mailbox.objects.at(letter.to).pk
    mailbox = Mailbox.objects.select_for_update().get(pk=number)
    bounce, new = Bounce.objects.get_or_create(
        letter=letter,
        defaults={
            "mailbox": mailbox,
            "status": status[:15],
            "hard": is_hard(status),
            "said": said[:300],
            "came_at": at,
        },
    )
    stale = mailbox.proved_at is not None and letter.begun_at < mailbox.proved_at
    if new and not stale and mailbox.undeliverable_at is None and _is_enough(bounce, mailbox, at):
        mailbox.undeliverable_at = at
        mailbox.save(update_fields=["undeliverable_at"])
    return bounce


def _is_enough(bounce: Bounce, mailbox: Mailbox, at: datetime) -> bool:
    if bounce.hard:
        return True
    lately = mailbox.bounces.filter(came_at__gt=at - WITHIN)
    if mailbox.proved_at is not None:
        lately = lately.filter(letter__begun_at__gte=mailbox.proved_at)
    return lately.count() >= SOFT_ONES

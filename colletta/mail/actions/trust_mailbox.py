"""The owner of a mailbox shows that it works."""

from datetime import datetime

from django.db import transaction

from colletta.mail.addresses import email_key
from colletta.mail.models import Letter, Mailbox, Withheld


@transaction.atomic
def trust_mailbox(*, address: str, at: datetime) -> None:
    """Letters go there again, whatever came back before.

    The caller knows that whoever asked read a letter there just now: they typed its code, or opened
    its link. What they had to know and did not get meanwhile is sent now, as long as its words are
    kept; news is old by then.
    """
    mailbox = Mailbox.objects.select_for_update().filter(key=email_key(address)).first()
    if mailbox is None:
        return
    if mailbox.undeliverable_at is not None:
        kept = Letter.objects.filter(to__iexact=address, withheld=Withheld.UNDELIVERABLE)
        kept.filter(topic="", emptied_at__isnull=True).exclude(kind="mail.digest").update(
            withheld="", given_up_at=None, next_attempt_at=at
        )
    mailbox.undeliverable_at, mailbox.proved_at = None, at
    mailbox.save(update_fields=["undeliverable_at", "proved_at"])

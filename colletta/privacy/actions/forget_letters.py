"""The letters of this room do not keep the addresses they went to."""

from datetime import datetime

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from colletta.mail.addresses import email_key
from colletta.mail.models import Letter, Mailbox
from colletta.privacy.last_letter import LAST, LINK
from colletta.privacy.links import LIVES
from colletta.privacy.models import Asking

# Whether a letter went out is known by then; it is never sent twice.
A_MOMENT = LIVES / 144


def forget_letters(*, at: datetime) -> int:
    """Last letters that ended are gone, row and all; links that ran out, with theirs. How many."""
    ended = Letter.objects.alias(ended_at=Coalesce("sent_at", "given_up_at", "begun_at"))
    over = ended.filter(kind=LAST, ended_at__lt=at - A_MOMENT)
    _forget_mailboxes(list(over.values_list("to", flat=True)))
    _, last_ones = over.delete()
    last = last_ones.get("mail.Letter", 0)
    links, _ = ended.filter(kind=LINK, ended_at__lt=at - LIVES).delete()
    Asking.objects.filter(expires_at__lt=at).delete()
    return last + links


def _forget_mailboxes(addresses: list[str]) -> None:
    """What came back of a last letter is nobody's any more, unless they returned meanwhile."""
    keys = [email_key(address) for address in addresses]
    returned = Letter.objects.exclude(kind=LAST).filter(mailbox=OuterRef("pk"))
    known = Mailbox.objects.filter(key__in=keys, preferences=None)
    known.exclude(Exists(returned)).delete()

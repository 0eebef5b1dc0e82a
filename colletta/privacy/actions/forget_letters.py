"""The letters of this room do not keep the addresses they went to."""

from datetime import datetime

from django.db.models.functions import Coalesce

from colletta.mail.models import Letter
from colletta.privacy.last_letter import LAST, LINK
from colletta.privacy.links import LIVES
from colletta.privacy.models import Asking

# Whether a letter went out is known by then; it is never sent twice.
A_MOMENT = LIVES / 144


def forget_letters(*, at: datetime) -> int:
    """Last letters that ended are gone, row and all; links that ran out, with theirs. How many."""
    ended = Letter.objects.alias(ended_at=Coalesce("sent_at", "given_up_at", "begun_at"))
    last, _ = ended.filter(kind=LAST, ended_at__lt=at - A_MOMENT).delete()
    links, _ = ended.filter(kind=LINK, ended_at__lt=at - LIVES).delete()
    Asking.objects.filter(expires_at__lt=at).delete()
    return last + links

"""Send a code to a mailbox, so that whoever reads it can show that it is theirs."""

import secrets
from datetime import timedelta

from django.db import transaction

from colletta.history.clock import now
from colletta.limits.buckets import mail_bucket
from colletta.limits.codes import hashed_code
from colletta.limits.models import Code
from colletta.mail.actions.write_letter import write_letter

GOOD_FOR = timedelta(minutes=15)
MOST_LETTERS = 5  # to one mailbox while a code is good
DIGITS = 6


@transaction.atomic
def mail_code(*, email: str, language: str) -> bool:
    """A new code is on its way, and the one before is void; False when enough were sent already."""
    at = now()
    mailbox = mail_bucket(email)
    known = Code.objects.select_for_update().filter(mailbox=mailbox).first()
    sent = known.sent if known is not None and known.expires_at > at else 0
    if sent >= MOST_LETTERS:
        return False
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    Code.objects.update_or_create(
        mailbox=mailbox,
        defaults={
            "code": hashed_code(mailbox, code),
            "tries": 0,
            "sent": sent + 1,
            "expires_at": at + GOOD_FOR,
            "used_at": None,
        },
    )
    write_letter(
        key=f"code:{mailbox}:{secrets.token_hex(8)}",
        kind="limits.code",
        to=email,
        language=language,
        template="limits/code",
        secret=True,
        context={"code": code, "minutes": GOOD_FOR // timedelta(minutes=1)},
    )
    return True

"""Is this the code that was mailed?"""

import hmac

from django.db import transaction

from colletta.history.clock import now
from colletta.limits.buckets import mail_bucket
from colletta.limits.codes import hashed_code
from colletta.limits.models import Code
from colletta.mail.actions.trust_mailbox import trust_mailbox

MOST_TRIES = 5


@transaction.atomic
def check_code(*, email: str, code: str) -> bool:
    """True once, for the code that was mailed last, within its minutes and its tries."""
    mailbox = mail_bucket(email)
    known = Code.objects.select_for_update().filter(mailbox=mailbox).first()
    at = now()
    if known is None or known.used_at or known.expires_at <= at or known.tries >= MOST_TRIES:
        return False
    known.tries += 1
    typed = "".join(code.split())
    right = hmac.compare_digest(known.code, hashed_code(mailbox, typed))
    if right:
        known.used_at = at
        trust_mailbox(address=email, at=at)
    known.save(update_fields=["tries", "used_at"])
    return right

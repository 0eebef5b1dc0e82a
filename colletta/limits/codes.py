"""How a mailed code is kept."""

import hashlib
import hmac

from django.conf import settings


def hashed_code(mailbox: str, code: str) -> str:
    """A code as it stands in the database: of use only with the site's key."""
    key = f"code {settings.SECRET_KEY}".encode()
    return hmac.new(key, f"{mailbox} {code}".encode(), hashlib.sha256).hexdigest()

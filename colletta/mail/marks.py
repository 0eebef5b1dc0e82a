"""What a letter carries so that only its own bounce counts."""

import re
from email.utils import parseaddr

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "colletta.mail.marks"
SIGNS = 24  # of the seal: 96 bits, lower case, because mail systems fold it
MARK = re.compile(r"(?:letter\.|\+)([0-9]{1,18})-([0-9a-f]{24})@", re.IGNORECASE)


def message_id(letter_id: int) -> str:
    """The letter's own Message-ID (RFC 5322, 3.6.4)."""
    _, ours = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return f"<letter.{_mark(letter_id)}@{ours.rpartition('@')[2] or 'localhost'}>"


def sender(letter_id: int) -> str:
    """Where its bounce is sent: an address of its own where the site has one for bounces.

    Variable envelope return paths: what comes there names the letter whatever it says inside.
    """
    local, _, host = settings.BOUNCES_TO.rpartition("@")
    return f"{local}+{_mark(letter_id)}@{host}" if local else settings.DEFAULT_FROM_EMAIL


def letter_marked(text: str) -> int | None:
    """The number of the letter whose mark stands in an address or a Message-ID, if we made it."""
    for found in MARK.finditer(text[:2000]):
        if constant_time_compare(found[2].lower(), _seal(found[1])):
            return int(found[1])
    return None


def _mark(letter_id: int) -> str:
    return f"{letter_id}-{_seal(str(letter_id))}"


def _seal(number: str) -> str:
    return salted_hmac(SALT, number, algorithm="sha256").hexdigest()[:SIGNS]

"""Addresses of mailboxes, as they are compared."""

import unicodedata


def email_key(address: str) -> str:
    """The form in which two addresses are compared: NFKC, then case folding.

    Mail always goes to the address as it was typed (Unicode Technical Report 36, section 2.10).
    """
    return unicodedata.normalize("NFKC", address.strip()).casefold()

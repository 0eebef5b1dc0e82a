"""What tells one partner from another."""

import unicodedata


def partner_key(name: str, place: str) -> str:
    """The same name and place, without regard to capitals, are the same partner."""
    return " / ".join(unicodedata.normalize("NFKC", part).casefold() for part in (name, place))

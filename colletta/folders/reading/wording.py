"""What may stand in a text that people read, and in the words that name things."""

import re
import unicodedata

from colletta.people.naming import TURNING

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED_SLUGS = frozenset({"new"})


def fault_in(text: str, *, longest: int, lines: bool = False) -> str:
    """Why a text cannot be kept, and what to do; "" where it can. `lines`: it may have several."""
    if not text.strip():
        return "The text is empty. Write something or take it out."
    if len(text) > longest:
        return f"The text has {len(text)} characters, at most {longest} are kept. Shorten it."
    for sign in text:
        if sign in TURNING or (is_control(sign) and not (lines and sign in "\n\t")):
            return f"The text holds the control character U+{ord(sign):04X}. Take it out."
    return ""


def is_control(sign: str) -> bool:
    """A character that is no letter, sign or blank but an order to the machine."""
    return unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"}


def fault_in_slug(slug: str) -> str:
    """Why a text cannot be part of an address; "" where it can."""
    if len(slug) > 80 or not SLUG.fullmatch(slug):
        return (
            "An address takes small letters a to z, digits and single hyphens between them, "
            "at most 80 characters."
        )
    if slug in RESERVED_SLUGS:
        return f'"{slug}" is used by the site itself. Choose another address.'
    return ""

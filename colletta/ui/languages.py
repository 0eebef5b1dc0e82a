"""Texts that exist in some languages, shown in the page's or else in their original."""

from collections.abc import Mapping
from typing import NamedTuple


class Told(NamedTuple):
    """A text with the language it is in."""

    text: str
    language: str


def tell(texts: Mapping[str, str], *, language: str, original: str) -> Told:
    """The text in a language, else in its original, else in whichever there is."""
    for wanted in (language, original, *texts):
        if texts.get(wanted):
            return Told(texts[wanted], wanted)
    return Told("", language)

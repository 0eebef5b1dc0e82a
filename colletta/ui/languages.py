"""Texts that exist in some languages, shown in the page's or else in their original."""

import re
from collections.abc import Mapping
from typing import NamedTuple

# Otto, ottanta, ottocento, undici: the numbers that Italian says with a vowel first.
BEFORE_A_VOWEL = re.compile(r"\b(il|dal|al|del|nel|sul) (?=8|11(?!\d))")
ELISIONS = {
    "il": "l’",
    "dal": "dall’",
    "al": "all’",
    "del": "dell’",
    "nel": "nell’",
    "sul": "sull’",
}


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


def elided(text: str) -> str:
    """An Italian text whose articles give way to the numbers behind them: "l’11 maggio".

    For sentences that hold no name: somebody may be called "Bar al 11".
    """
    return BEFORE_A_VOWEL.sub(lambda found: ELISIONS[found[1]], text)

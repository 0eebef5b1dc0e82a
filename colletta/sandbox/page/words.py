"""What the page says, in Italian and in English."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

LANGUAGES = ("it", "en")
FOLDER = Path(__file__).with_name("words")


def _read(language: str) -> dict[str, str]:
    sections = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {
        f"{section}.{name}": words
        for section, entries in sections.items()
        for name, words in entries.items()
    }


WORDS: Mapping[str, Mapping[str, str]] = {language: _read(language) for language in LANGUAGES}


def language_of(asked: str, *, otherwise: str, accepted: str) -> str:
    """The language asked for, else the payment's own, else the first that the browser accepts."""
    wishes = (asked, otherwise, *_in_order(accepted))
    return next((wish for wish in wishes if wish in LANGUAGES), LANGUAGES[0])


def _in_order(accepted: str) -> list[str]:
    """Languages of an Accept-Language header, most wanted first; what cannot be read is last."""
    weighed = []
    for part in accepted[:500].split(","):
        name, _, weight = part.partition(";")
        digits = "".join(filter(str.isdecimal, weight)) or "1"
        weighed.append((name.strip().lower()[:2], digits.ljust(4, "0")[:4]))
    return [name for name, _ in sorted(weighed, key=lambda wish: wish[1], reverse=True)]

"""Samples of the letters about what is held, and of the last one."""

from datetime import date
from typing import Any

from colletta.desk.letters.sample import Sample, link

LAST_DAY = date(2036, 12, 31)


def _link(language: str) -> dict[str, Any]:
    return {"known": False, "address": link(language)}


def _known(language: str) -> dict[str, Any]:
    return {"known": True, "address": link(language)}


def _erased(_language: str) -> dict[str, Any]:
    return {"receipts": 2, "until": LAST_DAY}


def _erased_whole(_language: str) -> dict[str, Any]:
    return {"receipts": 0, "until": ""}


PRIVACY = {
    "privacy.link": [
        Sample("privacy/letters/link", _link),
        Sample("privacy/letters/link", _known),
    ],
    "privacy.erased": [
        Sample("privacy/letters/erased", _erased),
        Sample("privacy/letters/erased", _erased_whole),
    ],
}

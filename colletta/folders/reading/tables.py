"""A table of TOML asked for its keys. What nobody asked for is refused by name.

After a fault an answer is a stand-in of the right kind (or None): reading goes on to find the other
faults, and `read_folder` refuses the whole.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from colletta.folders.contents import Texts
from colletta.folders.reading.documents import Document, Path
from colletta.folders.reading.files import LANGUAGE
from colletta.folders.reading.instants import NotAnInstant, read_instant
from colletta.folders.reading.wording import fault_in

LANGUAGE_CODE = re.compile(LANGUAGE)


class Table:
    """One table of a document, at a path."""

    def __init__(self, document: Document, path: Path, values: dict[str, Any]) -> None:
        self.document = document
        self.path = path
        self.values = values
        self.asked: list[str] = []

    def fault(self, key: str, reason: str, *below: str) -> None:
        """Note a fault of a key of this table."""
        self.document.fault((*self.path, key, *below) if key else self.path, reason)

    def take(self, key: str, *, required: bool = True) -> Any:
        """The raw value; None where it is missing, which is a fault if it is required."""
        self.asked.append(key)
        if required and key not in self.values:
            self.fault(key, "This key is missing. Add it.")
        return self.values.get(key)

    def text(self, key: str, *, longest: int, required: bool = True, lines: bool = False) -> str:
        """A text; "" where it is missing or faulty."""
        value = self.take(key, required=required)
        return "" if value is None else self.checked(value, key, longest=longest, lines=lines)

    def checked(
        self, value: object, key: str, *below: str, longest: int, lines: bool = False
    ) -> str:
        """A text that may be kept, without blanks around it; else a fault and ""."""
        if not isinstance(value, str):
            self.fault(key, "This must be a text in quotes.", *below)
            return ""
        if reason := fault_in(value, longest=longest, lines=lines):
            self.fault(key, reason, *below)
            return ""
        return value.strip()

    def texts(
        self,
        key: str,
        language: str,
        *,
        longest: int,
        required: bool = True,
        lines: bool = False,
    ) -> Texts:
        """A text by language; the campaign's own language must be among them, if it is known."""
        value = self.take(key, required=required)
        if value is None:
            return {}
        if not isinstance(value, dict):
            example = language or "it"
            self.fault(key, f'This takes one value a language: write {key}.{example} = "…".')
            return {}
        for code in value:
            if not LANGUAGE_CODE.fullmatch(code):
                self.fault(key, "This is no code of a language, such as it or en.", code)
        if language and language not in value:
            self.fault(key, f'The campaign\'s own language is missing: add {key}.{language} = "…".')
        return {
            code: self.checked(text, key, code, longest=longest, lines=lines)
            for code, text in value.items()
        }

    def choice(self, key: str, known: Iterable[str], *, required: bool = True) -> str:
        """One of the known words; "" where it is missing or another."""
        value = self.take(key, required=required)
        words = list(known)
        if value is None or value in words:
            return value or ""
        self.fault(key, f"{shown(value)} is not known. Use one of: {', '.join(words)}.")
        return ""

    def whole(self, key: str, *, least: int, most: int, required: bool = False) -> int | None:
        """A whole number within limits."""
        value = self.take(key, required=required)
        if value is None:
            return None
        if type(value) is not int or not least <= value <= most:
            self.fault(key, f"This must be a whole number from {least} to {most}, without quotes.")
            return None
        return value

    def switch(self, key: str) -> bool:
        """true or false; false where it is missing."""
        value = self.take(key, required=False)
        if value is not None and not isinstance(value, bool):
            self.fault(key, "This must be true or false, without quotes.")
        return value is True

    def instant(self, key: str, *, now: datetime, required: bool = True) -> datetime | None:
        """A date, in UTC."""
        value = self.take(key, required=required)
        if value is None:
            return None
        try:
            return read_instant(value, now=now)
        except NotAnInstant as fault:
            self.fault(key, str(fault))
            return None

    def tables(self, key: str) -> list["Table"]:
        """The tables of a list such as [[budget]]; empty where it is missing."""
        value = self.take(key, required=False)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.fault(key, f"Write each entry below a line [[{key}]].")
            return []
        if len(value) > MOST_ENTRIES:
            self.fault(key, f"There are {len(value)} entries, at most {MOST_ENTRIES} are kept.")
            return []
        return [
            Table(self.document, (*self.path, key, index), entry)
            for index, entry in enumerate(value)
        ]

    def table(self, key: str) -> "Table":
        """The table [key]; an empty one after a fault."""
        value = self.take(key, required=False)
        if not isinstance(value, dict):
            self.fault(key, f"Write the keys below a line [{key}].")
        return Table(self.document, (*self.path, key), value if isinstance(value, dict) else {})

    def refuse_others(self) -> None:
        """Every key that was not asked for is a fault by name."""
        for key in self.values:
            if key not in self.asked:
                near = get_close_matches(key, self.asked, n=1)
                hint = f' Did you mean "{near[0]}"?' if near else ""
                self.fault(key, f"This key is not known.{hint} Correct it or take it out.")


MOST_ENTRIES = 1000


def shown(value: object) -> str:
    """A value as a fault quotes it."""
    return f'"{value[:40]}"' if isinstance(value, str) else "The value"

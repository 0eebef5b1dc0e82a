"""The fields of a request, each taken once, none left over."""

import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from colletta.sandbox.refusal import Refusal


class Fields:
    """What was sent. Each method raises Refusal (parameter_invalid) with the field's name."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = dict(given)

    def whole(self, name: str, *, least: int, most: int, default: int | None = None) -> int:
        """A whole number, written as one: 10.0 and "10" are refused."""
        if default is not None and name not in self._given:
            return default
        value = self._given.pop(name, None)
        if type(value) is not int or not least <= value <= most:
            raise _invalid(name, f"a whole number from {least} to {most}")
        return value

    def text(self, name: str, *, most: int = 500, default: str | None = "") -> str:
        """A text without control characters, at most `most` characters long."""
        value = self._given.pop(name, default)
        if not isinstance(value, str) or len(value) > most or not is_clean(value):
            raise _invalid(name, f"a text of at most {most} characters")
        return value

    def choice(self, name: str, among: Collection[str], *, default: str | None = None) -> str:
        """One of some words."""
        if default is not None and name not in self._given:
            return default
        value = self._given.pop(name, None)
        if not isinstance(value, str) or value not in among:
            raise _invalid(name, "one of " + ", ".join(sorted(among)))
        return value

    def choices(self, name: str, among: Collection[str]) -> tuple[str, ...]:
        """Some of some words; none when the field is missing."""
        value = self._given.pop(name, [])
        known = isinstance(value, list) and all(isinstance(v, str) and v in among for v in value)
        if not known:
            raise _invalid(name, "a list of " + ", ".join(sorted(among)))
        return tuple(value)

    def flag(self, name: str) -> bool:
        """True or false; false when the field is missing."""
        value = self._given.pop(name, False)
        if not isinstance(value, bool):
            raise _invalid(name, "true or false")
        return value

    def mapping(self, name: str, *, most: int = 20) -> dict[str, Any]:
        """An object; an empty one when the field is missing."""
        value = self._given.pop(name, {})
        if not isinstance(value, dict) or len(value) > most:
            raise _invalid(name, f"an object with at most {most} entries")
        return value

    def metadata(self) -> dict[str, str]:
        """At most 20 texts of whoever asks, each at most 200 characters long."""
        entries = Fields(self.mapping("metadata"))
        try:
            return {name: entries.text(name, most=200) for name in entries.names()}
        except Refusal as fault:
            raise _invalid("metadata", "texts of at most 200 characters") from fault

    def names(self) -> list[str]:
        """The fields that were not taken yet."""
        return list(self._given)

    def nothing_else(self) -> None:
        """Every field was taken. Raises Refusal for the first that nobody knows."""
        for name in self._given:
            raise _invalid(name[:100], "left out: nobody knows it")


def is_clean(text: str) -> bool:
    """Whether a text has no control characters and no halves of characters."""
    return not any(unicodedata.category(character) in {"Cc", "Cs"} for character in text)


def _invalid(name: str, wanted: str) -> Refusal:
    return Refusal("parameter_invalid", f"{name!r} must be {wanted}.", parameter=name)

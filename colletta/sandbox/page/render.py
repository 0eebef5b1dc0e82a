"""Templates: files with `${places}`, filled with escaped text."""

import html
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from colletta.sandbox.page.words import WORDS

FOLDER = Path(__file__).with_name("templates")
PLACE = re.compile(r"\$\{([a-z_.]+)\}")


class Markup(str):
    """Text that is HTML already; only this file makes it."""

    __slots__ = ()


class Pen:
    """Writes in one language. `values` fill `${name}`, and `{name}` within the words."""

    def __init__(self, language: str, **values: str) -> None:
        self.language = language
        self._values = values

    def say(self, name: str) -> str:
        """The words of this name. Raises KeyError."""
        return WORDS[self.language][name].format_map(self._values)

    def fill(self, template: str, **values: str) -> Markup:
        """A template with its places filled: `${say.x.y}` with words, others with values."""

        def written(match: re.Match[str]) -> str:
            name = match[1]
            if name.startswith("say."):
                return html.escape(self.say(name.removeprefix("say.")))
            value = known[name]
            return value if isinstance(value, Markup) else html.escape(value)

        known: Mapping[str, str] = {**self._values, "language": self.language, **values}
        return Markup(PLACE.sub(written, _template(template)))

    def join(self, parts: Iterable[Markup]) -> Markup:
        """Several pieces of markup, one after the other."""
        return Markup("".join(parts))


@cache
def _template(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")

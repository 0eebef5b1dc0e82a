"""TOML as people write it: dotted keys for languages, one table below the other.

Texts are quoted as JSON quotes them, which TOML 1.0 reads alike but for one control character. A
library would do no more, and write each language into a table of its own.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from colletta.folders.contents import Texts

Value = str | int | bool | list[int] | Texts | None


def document(tables: Iterable[tuple[str, Mapping[str, Value]]]) -> str:
    """A whole file: each table below its header, such as [campaign], or "" for the top.

    What is None, an empty text or has no language is left out.
    """
    return "\n".join(filter(None, (table(header, values) for header, values in tables)))


def table(header: str, values: Mapping[str, Value]) -> str:
    """One table with its header; "" where nothing is in it."""
    lines = [line for key, value in values.items() for line in lines_of(key, value)]
    return "".join(f"{line}\n" for line in ([header] if header and lines else []) + lines)


def lines_of(key: str, value: Value) -> list[str]:
    """One line a value, one a language where it has several."""
    if value is None or value in ("", {}):
        return []
    if isinstance(value, dict):
        return [f"{key}.{language} = {quoted(value[language])}" for language in sorted(value)]
    return [f"{key} = {quoted(value) if isinstance(value, str) else json.dumps(value)}"]


def quoted(text: str) -> str:
    """A text in quotes, with everything escaped that TOML 1.0 wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def told(texts: Texts) -> Texts:
    """The languages in which something is said, without blanks around it."""
    return {language: text.strip() for language, text in texts.items() if text.strip()}


def instant(at: datetime) -> str:
    """A date as ISO 8601 in UTC, as exact as it is kept."""
    return at.isoformat()

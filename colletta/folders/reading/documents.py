"""TOML files with the line of every key, which the parser of the standard library does not tell."""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from colletta.folders.faults import Faults
from colletta.folders.reading.files import Files

Path = tuple[str | int, ...]

PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
DOTTED = rf"{PART}(?:\s*\.\s*{PART})*"
TABLE = re.compile(rf"\s*(\[\[?)\s*({DOTTED})\s*\]")
KEY = re.compile(rf"\s*({DOTTED})\s*=(.*)")
LONG_TEXT = re.compile(r'"""' + r"|'''")
AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, kw_only=True)
class Document:
    """One TOML file: its values, where they stand, and where its faults go."""

    file: str
    values: dict[str, Any]
    lines: dict[Path, int] = field(repr=False)
    faults: Faults

    def fault(self, path: Path, reason: str) -> None:
        """Note a fault of the value at a path, with its line or that of the table around it."""
        known = next(
            (self.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.lines),
            None,
        )
        self.faults.add(self.file, reason, line=known, key=dotted(path))


def read_document(files: Files, name: str) -> Document | None:
    """A TOML file of the folder; None if it is not there or has a fault that stops its reading."""
    if name not in files.contents:
        return None
    text = files.text(name)
    if files.faults.about(name):
        return None
    try:
        values = tomllib.loads(text)
    except RecursionError:
        files.faults.add(name, "The values are nested too deep. Write them flat.")
        return None
    except ValueError as fault:
        message = str(fault)
        at = AT_LINE.search(message)
        reason = f"This is not TOML: {AT_LINE.sub('', message).strip()}."
        files.faults.add(name, reason, line=int(at[1]) if at else None)
        return None
    return Document(file=name, values=values, lines=lines_of(text), faults=files.faults)


def lines_of(text: str) -> dict[Path, int]:
    """The line on which each table and key of a valid TOML text begins."""
    found: dict[Path, int] = {}
    table: Path = ()
    counts: dict[Path, int] = {}
    inside = ""  # the quotes that end a long text
    for number, line in enumerate(text.split("\n"), start=1):
        if inside:
            inside = "" if inside in line else inside
        elif header := TABLE.match(line):
            table = parts(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            note(found, table, number)
        elif key := KEY.match(line):
            note(found, (*table, *parts(key[1])), number)
            inside = left_open(key[2])
    return found


def note(found: dict[Path, int], path: Path, line: int) -> None:
    """Remembers the line of a path, and of the tables around it that had none yet."""
    for end in range(1, len(path) + 1):
        found.setdefault(path[:end], line)


def parts(name: str) -> Path:
    """The parts of a dotted name, without quotes."""
    return tuple(part.strip("\"'") for part in re.findall(PART, name))


def left_open(value: str) -> str:
    """The quotes of a long text that begins on this line and does not end on it."""
    opened = LONG_TEXT.search(value)
    return opened[0] if opened and value.count(opened[0]) == 1 else ""


def dotted(path: Path) -> str:
    """A path as people name it, entries counted from 1: budget[2].name.it."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return name.removeprefix(".")

"""The settings file: lines of NAME=value, as the environment would have them.

systemd reads the same file as an EnvironmentFile (systemd.exec(5)), so the quoting is its own: a
value may stand in single quotes, where nothing is special, or in double quotes, where a backslash
stands before `"`, `\\`, `$` or a backtick. Nothing is expanded, and no value spans lines.
"""

import os
import re
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path

from colletta.installation.errors import SettingsUnusable

NAME = "colletta.env"
_SETTING = re.compile(r"([A-Z][A-Z0-9_]*)\s*=\s*(.*)")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SINGLE = re.compile(r"'([^']*)'")
_ESCAPED = re.compile(r'\\(["\\$`])')
_PLAIN = re.compile(r"[\w@%+:,./\[\]=-]+", re.ASCII)


def settings_path(home: Path) -> Path:
    """COLLETTA_SETTINGS, else `colletta.env` in the home folder."""
    if named := os.environ.get("COLLETTA_SETTINGS"):
        return Path(named).expanduser().absolute()
    return home / NAME


def read_into(environment: MutableMapping[str, str], path: Path) -> None:
    """The file's settings stand in the environment, except where something stands already.

    A file that nobody named may be missing. Raises SettingsUnusable with place and cure.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):  # a home that is a file has none
        if "COLLETTA_SETTINGS" in environment:
            raise SettingsUnusable(
                f"COLLETTA_SETTINGS names {path}, which is not there. Write it with: colletta init"
            ) from None
        return
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsUnusable(f"The settings file {path} cannot be read: {fault}.") from fault
    for name, value in parse(text, path).items():
        environment.setdefault(name, value)


def parse(text: str, path: Path) -> Mapping[str, str]:
    """The settings in a text. Raises SettingsUnusable with the line, never with a value."""
    found: dict[str, str] = {}
    for number, name, value in _settings(text, path):
        if name in found:
            raise SettingsUnusable(f"{path}, line {number}: {name} is set a second time.")
        found[name] = value
    return found


def _settings(text: str, path: Path) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if not stripped or stripped[0] in "#;":
            continue
        match = _SETTING.fullmatch(stripped)
        value = None if match is None else _unquoted(match[2])
        if match is None or value is None:
            raise SettingsUnusable(
                f'{path}, line {number}: this is no setting. Write NAME=value, or NAME="value".'
            )
        yield number, match[1], value


def _unquoted(written: str) -> str | None:
    if match := _SINGLE.fullmatch(written):
        return match[1]
    if match := _DOUBLE.fullmatch(written):
        return _ESCAPED.sub(r"\1", match[1])
    return None if "'" in written or '"' in written or "\\" in written else written


def quoted(value: str) -> str:
    """A value as the file has it. Raises SettingsUnusable for what no line can hold."""
    if not value.isprintable():
        raise SettingsUnusable("A setting cannot hold a line break or a control character.")
    if _PLAIN.fullmatch(value) or not value:
        return value
    return '"' + re.sub(r'(["\\$`])', r"\\\1", value) + '"'

"""Writes the first settings file of an installation."""

import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from colletta.installation.errors import SettingsUnusable
from colletta.installation.settings_file import quoted

_HEAD = """\
# The settings of this installation. What the environment says wins over what stands here.
# It holds secrets: keep it readable for the user of the site alone, and in your backups.
# docs/hosting/settings.md explains every name; after a change: colletta doctor, then restart.
"""


class Setting(NamedTuple):
    """One line. Without a value it is written as a comment, for whoever needs it later."""

    name: str
    value: str
    why: str


def fresh_secret() -> str:
    """A key of 380 bits that signs sessions and links."""
    return secrets.token_urlsafe(48)


def write_settings(path: Path, settings: Sequence[Setting]) -> None:
    """The file holds the settings, for its owner alone (mode 0600), whole or not at all.

    Raises SettingsUnusable where there is a file already, or none can be made.
    """
    text = _HEAD + "".join(_lines(one) for one in settings)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        _link(fresh, path)
    except OSError as fault:
        raise SettingsUnusable(f"{path} cannot be written: {fault.strerror}.") from fault
    finally:
        with suppress(OSError):
            fresh.unlink()


def _link(fresh: Path, path: Path) -> None:
    """Refuses to replace what is there, where renaming would not."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise SettingsUnusable(
            f"{path} is there already and is not overwritten. Edit it, or move it away first."
        ) from None


def _lines(setting: Setting) -> str:
    line = f"{setting.name}={quoted(setting.value)}"
    return f"\n# {setting.why}\n{line if setting.value else f'#{line}'}\n"

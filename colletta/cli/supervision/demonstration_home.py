"""The home folder of a demonstration: known by a mark, so that it alone is ever emptied."""

import os
import shutil
from pathlib import Path

from colletta.cli.faults import Refused
from colletta.cluster import Cluster
from colletta.installation import settings_path

_MARK = "demonstration"
_BEGAN = "Everything in here is a demonstration's: colletta demo --fresh throws it away.\n"
_CAME = "A demonstration was shown here, in a site that was there before.\n"
_DATABASE = "postgres"
# What a demonstration makes beside its database; whatever else lies here is somebody's own.
_MADE = ("media", "static", "sandbox", "freshness", "secret-key")


def mark(home: Path) -> None:
    """A demonstration was here; whether it began the site in this home is kept with it."""
    if not (home / _MARK).exists():
        new = not _holds_a_site(home) and "DATABASE_URL" not in os.environ
        (home / _MARK).write_text(_BEGAN if new else _CAME, encoding="utf-8")


def has_a_demonstration(home: Path) -> bool:
    """Whether its people may be asked for here: a site with settings of its own is a real one."""
    return (home / _MARK).is_file() and not settings_path(home).exists()


def is_demonstrations(home: Path) -> bool:
    """Whether a demonstration began all that it left in this home."""
    return has_a_demonstration(home) and (home / _MARK).read_text(encoding="utf-8") == _BEGAN


def start_anew(home: Path) -> None:
    """What the demonstration made in its home is gone, other files stay.

    Raises Refused for a home that is not a demonstration's, or whose site runs.
    """
    if "DATABASE_URL" in os.environ:
        raise Refused("--fresh empties its own database only, not that of DATABASE_URL: unset it.")
    if not is_demonstrations(home):
        if not _holds_a_site(home):
            return
        raise Refused(
            f"{home} holds a site that no demonstration began, so --fresh leaves it alone. Move it "
            "away, or name another folder: COLLETTA_HOME=… bin/demo"
        )
    if not Cluster(home).remove():
        raise Refused(f"The site in {home} is running. Stop it (Ctrl-C), then try again.")
    for name in _MADE:
        _remove(home / name)
    (home / _MARK).unlink()  # at last, so that --fresh can be asked again when it was cut short


def _holds_a_site(home: Path) -> bool:
    return (home / _DATABASE).exists() or settings_path(home).exists()


def _remove(path: Path) -> None:
    """A link goes, what it leads to stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)

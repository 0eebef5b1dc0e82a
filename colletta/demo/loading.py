"""The campaigns of the demonstration, from their folders."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.db import connections

from colletta.folders.actions.load_call import CallDiffers, load_call
from colletta.folders.actions.load_folder import FolderDiffers, SlugTaken, load_folder
from colletta.pictures.encoding import Effort

__all__ = ["FOLDERS", "folders", "load"]

FOLDERS = Path(__file__).parent / "folders"
CALLS = Path(__file__).parent / "calls"
# Gifts are written by one at a time; meanwhile the other encodes the pictures of the next folder.
LANES = 2


def load(report: Callable[[str], None]) -> None:
    """Every folder of the demonstration is a campaign; doing it again changes nothing.

    A campaign that was loaded in an earlier form, or whose address is taken, stays as it is and
    `report` is told. Raises what else `load_folder` raises.
    """
    for call in sorted(CALLS.iterdir()):
        _load_call(call, report)
    wanted = folders()
    with ThreadPoolExecutor(LANES) as lanes:
        made = sum(lanes.map(lambda folder: _load_in_lane(folder, report), wanted))
    if made == 0:
        report(f"{len(wanted)} campaigns are there already")


def folders() -> list[Path]:
    """The campaigns of the demonstration, each a folder of format 1."""
    return sorted(path for path in FOLDERS.iterdir() if (path / "campaign.toml").is_file())


def _load_call(folder: Path, report: Callable[[str], None]) -> None:
    """The call is there before the campaigns that come under it."""
    try:
        load_call(folder=folder)
    except CallDiffers as kept:
        report(f"{folder.name} stays as it is. {kept}")


def _load_in_lane(folder: Path, report: Callable[[str], None]) -> bool:
    try:
        return _load_one(folder, report)
    finally:
        connections.close_all()  # the lane's own


def _load_one(folder: Path, report: Callable[[str], None]) -> bool:
    """Whether the folder has become a campaign just now."""
    try:
        loaded = load_folder(
            folder=folder,
            report=lambda line: report(f"{folder.name}: {line}"),
            effort=Effort.QUICK,
        )
    except (FolderDiffers, SlugTaken) as kept:
        # A newer release may tell its campaigns differently; the site still has to start.
        report(f"{folder.name} stays as it is. {kept}")
        return False
    return loaded.changed

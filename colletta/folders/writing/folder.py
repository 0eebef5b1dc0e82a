"""A whole folder on the disk: all of it or nothing."""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from colletta.campaigns.models import Campaign
from colletta.folders.reading.files import OF_A_CAMPAIGN, Kind
from colletta.folders.writing.campaign import campaign_file
from colletta.folders.writing.pictures import picture_files
from colletta.folders.writing.supporters import supporters_file
from colletta.folders.writing.texts import story_files, update_files

# Who gave, how much, from which address: nobody but the one who exports reads it.
PRIVATE = 0o600


class FolderIsNotEmpty(Exception):
    """Something lies where the folder should be written."""


def refuse_what_is_there(folder: Path) -> None:
    """Raises FolderIsNotEmpty."""
    if folder.is_symlink() or folder.is_file():
        raise FolderIsNotEmpty(f"{folder} is no folder. Name one that is new or empty.")
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderIsNotEmpty(f"{folder} is not empty. Name a folder that is new or empty.")


def files_of(campaign: Campaign) -> dict[str, bytes]:
    """The contents of every file by its path in the folder. Raises PictureIsMissing."""
    files = {
        "campaign.toml": campaign_file(campaign).encode(),
        **story_files(campaign),
        **update_files(campaign),
        **picture_files(campaign),
    }
    if supporters := supporters_file(campaign):
        files["supporters.csv"] = supporters.encode()
    return files


def write_beside(folder: Path, files: Mapping[str, bytes], kind: Kind = OF_A_CAMPAIGN) -> Path:
    """A finished folder beside the wanted one, under a hidden name. Raises OSError."""
    beside = folder.parent / f".{folder.name}.{secrets.token_hex(6)}.unfinished"
    beside.mkdir(mode=0o700)
    try:
        for name, content in files.items():
            assert kind.belongs.fullmatch(name), f"{name!r} would not lie in the folder"
            write(beside / name, content)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return beside


def write(place: Path, content: bytes) -> None:
    """One file, on the disk when this returns."""
    place.parent.mkdir(mode=0o700, exist_ok=True)
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())

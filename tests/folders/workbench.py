"""Folders that tests take apart: copies of our own, and the real one beside the checkout."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from colletta.folders.contents import CampaignFolder
from colletta.folders.faults import Fault, FolderRefused
from colletta.folders.reading.folder import read_folder

HERE = Path(__file__).parent
SEED = HERE.parents[2] / "shared" / "seed" / "legami-di-comunita"
NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)

needs_seed = [
    pytest.mark.seed,
    pytest.mark.skipif(not SEED.is_dir(), reason="left out: no ../shared/seed beside the checkout"),
]


def garden(place: Path) -> Path:
    """A copy of the campaign that uses everything the format knows."""
    return copied("orto-di-via-luna", place)


def stage(place: Path) -> Path:
    """A copy of the smallest campaign: all or nothing, in yen, of a person."""
    return copied("palco-in-piazza", place)


def copied(name: str, place: Path) -> Path:
    return Path(shutil.copytree(HERE / name, place / name))


def edit(folder: Path, file: str, before: str, after: str) -> None:
    """Change a passage of a file that must be there."""
    text = (folder / file).read_text(encoding="utf-8")
    assert before in text, f"{before!r} is not in {file}"
    (folder / file).write_text(text.replace(before, after), encoding="utf-8")


def add(folder: Path, file: str, text: str) -> None:
    """Write below what a file has, or a file that was not there."""
    before = (folder / file).read_text(encoding="utf-8") if (folder / file).exists() else ""
    (folder / file).write_text(before + text, encoding="utf-8")


def read(folder: Path) -> CampaignFolder:
    """What a folder says at noon."""
    return read_folder(folder, now=NOON)


def faults_of(folder: Path) -> list[Fault]:
    """What is wrong with a folder at noon; empty where it is read."""
    try:
        read(folder)
    except FolderRefused as refusal:
        return refusal.faults
    return []


def only_fault(folder: Path) -> Fault:
    """The one thing that is wrong with a folder."""
    (fault,) = faults_of(folder)
    return fault

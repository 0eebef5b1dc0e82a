"""Folders that tests take apart: copies of our own, and the real one beside the checkout."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

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

"""Campaigns and calls from folders."""

import sys
from collections.abc import Sequence
from pathlib import Path

from colletta.folders.actions.load_call import CallDiffers, load_call
from colletta.folders.actions.load_folder import (
    AddressOfAnother,
    FolderDiffers,
    FolderRefused,
    SlugTaken,
    load_folder,
)
from colletta.folders.reading.calls import is_call


def load_folders(folders: Sequence[Path]) -> bool:
    """Tells what became of each folder; False when one was refused. The others are loaded."""
    refused = [folder for folder in folders if not _load(folder)]
    return not refused


def _load(folder: Path) -> bool:
    print(f"Loading {folder} …", flush=True)
    try:
        name, changed = _load_call(folder) if is_call(folder) else _load_campaign(folder)
    except (FolderRefused, FolderDiffers, SlugTaken, AddressOfAnother, CallDiffers) as refusal:
        print(f"{folder} was not loaded.\n{refusal}", file=sys.stderr)
        return False
    print(f"{name} is loaded." if changed else f"{name} was loaded before; nothing changed.")
    return True


def _load_campaign(folder: Path) -> tuple[str, bool]:
    loaded = load_folder(folder=folder, report=lambda line: print(f"  {line}", flush=True))
    return loaded.campaign.slug, loaded.changed


def _load_call(folder: Path) -> tuple[str, bool]:
    loaded = load_call(folder=folder)
    return f"The call {loaded.call.slug}", loaded.changed

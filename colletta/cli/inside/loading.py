"""Campaigns from folders."""

import sys
from collections.abc import Sequence
from pathlib import Path

from colletta.folders.actions.load_folder import (
    AddressOfAnother,
    FolderDiffers,
    FolderRefused,
    SlugTaken,
    load_folder,
)


def load_folders(folders: Sequence[Path]) -> bool:
    """Tells what became of each folder; False when one was refused. The others are loaded."""
    refused = [folder for folder in folders if not _load(folder)]
    return not refused


def _load(folder: Path) -> bool:
    print(f"Loading {folder} …", flush=True)
    try:
        loaded = load_folder(folder=folder, report=lambda line: print(f"  {line}", flush=True))
    except (FolderRefused, FolderDiffers, SlugTaken, AddressOfAnother) as refusal:
        print(f"{folder} was not loaded.\n{refusal}", file=sys.stderr)
        return False
    slug = loaded.campaign.slug
    print(f"{slug} is loaded." if loaded.changed else f"{slug} was loaded before; nothing changed.")
    return True

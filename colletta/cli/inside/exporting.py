"""A campaign to its folder."""

from pathlib import Path

from colletta.cli.faults import Refused
from colletta.folders.actions.export_campaign import (
    CannotBeWritten,
    FolderIsNotEmpty,
    NoSuchCampaign,
    PictureIsMissing,
    export_campaign,
)


def export(slug: str, folder: Path) -> None:
    """Tells what was written. Raises Refused with the reason where nothing was."""
    print(f"Writing {slug} to {folder} …", flush=True)
    try:
        count = export_campaign(slug=slug, folder=folder, report=lambda line: print(f"  {line}"))
    except (NoSuchCampaign, FolderIsNotEmpty, CannotBeWritten, PictureIsMissing) as refusal:
        raise Refused(str(refusal)) from None
    except OSError as fault:
        raise Refused(f"{folder} cannot be written: {fault.strerror}.") from None
    print(f"{slug} is written, {count} files. They hold names and addresses: keep them safe.")

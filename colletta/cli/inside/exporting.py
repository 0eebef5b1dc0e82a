"""A campaign, or a call, to its folder."""

from pathlib import Path

from colletta.cli.faults import Refused
from colletta.folders.actions.export_call import NoSuchCall, export_call
from colletta.folders.actions.export_campaign import (
    CannotBeWritten,
    FolderIsNotEmpty,
    NoSuchCampaign,
    PictureIsMissing,
    export_campaign,
)
from colletta.folders.faults import FolderRefused


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


def export_a_call(slug: str, folder: Path) -> None:
    """Tells what was written. Raises Refused with the reason where nothing was."""
    try:
        count = export_call(slug=slug, folder=folder)
    except (NoSuchCall, FolderIsNotEmpty, FolderRefused) as refusal:
        raise Refused(str(refusal)) from None
    except OSError as fault:
        raise Refused(f"{folder} cannot be written: {fault.strerror}.") from None
    print(f"The call {slug} is written, {count} files. Its campaigns have folders of their own.")

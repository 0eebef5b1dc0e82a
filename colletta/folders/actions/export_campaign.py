"""An owner leaves with everything: a campaign becomes a folder."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from colletta.campaigns.models import Campaign, State
from colletta.folders.faults import FolderRefused
from colletta.folders.reading.folder import read_folder
from colletta.folders.writing.folder import (
    FolderIsNotEmpty,
    files_of,
    refuse_what_is_there,
    write_beside,
)
from colletta.folders.writing.pictures import PictureIsMissing
from colletta.folders.writing.supporters import uncollected
from colletta.history.clock import now

__all__ = [
    "CannotBeWritten",
    "FolderIsNotEmpty",
    "NoSuchCampaign",
    "PictureIsMissing",
    "export_campaign",
]

Report = Callable[[str], None]
# States that end or pass, in which a folder would be loaded as something else.
NOT_YET = {
    State.IN_REVIEW: "It is in review. Wait for the decision.",
    State.CHANGES_REQUESTED: "Changes are asked for. Wait for the decision.",
    State.CLOSING: "It is closing. Wait until it has ended.",
    State.SUSPENDED: "It is suspended. Wait until that is settled.",
    State.SETTLED: "It is settled, and a folder cannot say so yet.",
}


class NoSuchCampaign(Exception):
    """No campaign has this slug."""


class CannotBeWritten(Exception):
    """A folder would not say what this campaign is; the sentence tells why."""


def _in_silence(_line: str) -> None:
    """Reports to nobody."""


def export_campaign(*, slug: str, folder: Path, report: Report = _in_silence) -> int:
    """The folder holds the campaign as it was at one instant, and can be loaded; how many files.

    The folder is new or was empty; it appears whole or not at all. Raises NoSuchCampaign,
    FolderIsNotEmpty, CannotBeWritten, PictureIsMissing, OSError where the disk refuses.
    """
    folder = folder.absolute()
    refuse_what_is_there(folder)
    with _one_instant():
        files = files_of(_campaign(slug))
        moment = now()
    report(f"{len(files)} files gathered")
    beside = write_beside(folder, files)
    try:
        read_folder(beside, now=moment)  # what could not be read again is not handed out
        report("read once more, without fault")
        beside.replace(folder)  # takes the place of an empty folder, never of a full one
    except FolderRefused as refusal:
        raise CannotBeWritten(_listed(slug, refusal)) from refusal
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return len(files)


@contextmanager
def _one_instant() -> Iterator[None]:
    """Every statement sees the database as it was at the first; none can write."""
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _campaign(slug: str) -> Campaign:
    """Raises NoSuchCampaign, CannotBeWritten."""
    campaign = Campaign.objects.with_telling().filter(slug=slug).first()
    if campaign is None:
        raise NoSuchCampaign(f'There is no campaign "{slug}".')
    if why := NOT_YET.get(State(campaign.state)):
        raise CannotBeWritten(f'"{slug}" cannot be written now. {why}')
    if count := uncollected(campaign):
        raise CannotBeWritten(
            f'"{slug}" reached its target and {count} of its promises could not be collected. A '
            "folder cannot say so yet."
        )
    return campaign


def _listed(slug: str, refusal: FolderRefused) -> str:
    listed = "\n".join(f"  {fault}" for fault in refusal.faults)
    return f'"{slug}" was not written, because it could not be loaded again:\n{listed}'

"""A call becomes a folder."""

import shutil
from pathlib import Path

from colletta.folders.reading.calls import read_call_folder
from colletta.folders.reading.files import OF_A_CALL
from colletta.folders.writing.calls import call_files
from colletta.folders.writing.folder import FolderIsNotEmpty, refuse_what_is_there, write_beside
from colletta.history.clock import now
from colletta.matching.models import Call

__all__ = ["FolderIsNotEmpty", "NoSuchCall", "export_call"]


class NoSuchCall(Exception):
    """No call has this slug."""


def export_call(*, slug: str, folder: Path) -> int:
    """The folder holds the call and can be loaded; how many files.

    Its campaigns and applications are not in it. The folder is new or was empty; it appears whole
    or not at all. Raises NoSuchCall, FolderIsNotEmpty, FolderRefused where the call could not be
    read again, OSError where the disk refuses.
    """
    folder = folder.absolute()
    refuse_what_is_there(folder)
    call = Call.objects.select_related("partner").filter(slug=slug).first()
    if call is None:
        raise NoSuchCall(f'There is no call "{slug}".')
    files = call_files(call)
    beside = write_beside(folder, files, OF_A_CALL)
    try:
        read_call_folder(beside, now=now())  # what could not be read again is not handed out
        beside.replace(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return len(files)

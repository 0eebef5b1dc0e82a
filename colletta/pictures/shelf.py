"""Where the files of pictures lie: each under the digest of what it contains."""

import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from colletta.pictures.models import Format

SUFFIXES = {Format.AVIF: "avif", Format.WEBP: "webp", Format.JPEG: "jpg"}


def keep(content: bytes, kind: Format, *, shelf: str = "pictures") -> str:
    """Stores a file once and returns its path relative to the folder of media.

    Only what lies in the shelf "pictures" has an address.

    The name appears only when the whole file is on the disk, so a crash or a full disk leaves no
    half file. A file that no row came to point to is harmless. Raises OSError.
    """
    digest = hashlib.sha256(content).hexdigest()
    relative = f"{shelf}/{digest[:2]}/{digest[2:42]}.{SUFFIXES[kind]}"
    place = Path(settings.MEDIA_ROOT, relative)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, content)
    return relative


def write_whole(place: Path, content: bytes) -> None:
    """Writes beside the place, then renames, which is one step."""
    unfinished = place.with_name(f".{secrets.token_hex(8)}.unfinished")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def content_of(relative: str) -> bytes:
    """What a kept file contains. Raises OSError."""
    return Path(settings.MEDIA_ROOT, relative).read_bytes()


def is_kept(relative: str) -> bool:
    """Whether a file is still where its row says."""
    return Path(settings.MEDIA_ROOT, relative).is_file()


def throw_away(files: Iterable[str]) -> None:
    """Files that no row points to any more are gone. One that is gone already is no fault."""
    for relative in files:
        Path(settings.MEDIA_ROOT, relative).unlink(missing_ok=True)

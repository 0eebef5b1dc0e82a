"""Somebody hands in a picture."""

import hashlib
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from colletta.pictures.decoding import MEGABYTES, NotAPicture, PictureTooLarge, decode
from colletta.pictures.encoding import Effort, Encoded, dominant_colour, encode
from colletta.pictures.masters import master_of
from colletta.pictures.models import Format, Picture, PictureSize
from colletta.pictures.plain import Plain
from colletta.pictures.shelf import is_kept, keep

__all__ = ["NoRoomForPicture", "NotAPicture", "PictureTooLarge", "store_picture"]


class NoRoomForPicture(Exception):
    """The folder of media cannot be written; nothing was stored."""


def store_picture(*, file: Path | bytes, name: str, effort: Effort = Effort.THOROUGH) -> Picture:
    """Keeps a picture in every size it is served in; the same upload is the same picture.

    Afterwards the files are on the disk and the rows point to them. `name` is what its maker called
    it, kept for them alone and never part of a path. A known picture stays as it was
    encoded. Raises NotAPicture, PictureTooLarge, NoRoomForPicture.
    """
    upload = file if isinstance(file, bytes) else _read_at_most(file)
    digest = hashlib.sha256(upload).hexdigest()
    known = Picture.objects.filter(digest=digest).prefetch_related("sizes").first()
    if known and _is_whole(known):
        return known
    picture = decode(upload)
    encoded = encode(picture, effort)
    try:
        files = [keep(size.content, size.format) for size in encoded]
        master = keep(master_of(upload, picture), Format.WEBP, shelf="masters")
    except OSError as fault:
        raise NoRoomForPicture(
            _("The picture could not be stored: %(reason)s.") % {"reason": fault.strerror}
        ) from fault
    return _write_rows(digest, name, master, picture, list(zip(encoded, files, strict=True)))


def _is_whole(known: Picture) -> bool:
    """Whether every file of a picture is still on the disk."""
    return is_kept(known.master) and all(is_kept(size.file) for size in known.sizes.all())


def _read_at_most(file: Path) -> bytes:
    """The file's bytes, one more than allowed if it has more, so that the decoder refuses it."""
    with file.open("rb") as opened:
        return opened.read(MEGABYTES * 1024 * 1024 + 1)


@transaction.atomic
def _write_rows(
    digest: str, name: str, master: str, picture: Plain, files: list[tuple[Encoded, str]]
) -> Picture:
    """The rows of a picture; where it was known and its files were lost, the sizes are replaced."""
    row, _made = Picture.objects.get_or_create(
        digest=digest,
        defaults={
            "width": picture.width,
            "height": picture.height,
            "colour": dominant_colour(picture),
            "original_name": _printable(name),
            "master": master,
        },
    )
    if row.master != master:
        row.master = master
        row.save(update_fields=["master"])
    for size, file in files:
        PictureSize.objects.update_or_create(
            picture=row,
            format=size.format,
            width=size.width,
            defaults={"height": size.height, "file": file},
        )
    return row


def _printable(name: str) -> str:
    """A name as it may be shown: no control or direction marks, the last 200 characters."""
    return "".join(sign for sign in name if sign.isprintable())[-200:]

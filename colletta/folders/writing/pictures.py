"""The cover and the gallery, each picture as the master that its sizes were made from."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from colletta.campaigns.models import Campaign, GalleryPicture
from colletta.folders.writing.documents import document, quoted, told
from colletta.pictures.models import Picture
from colletta.pictures.shelf import content_of

Written = dict[str, bytes]
SUFFIX = ".webp"


class PictureIsMissing(Exception):
    """The file of a picture is not on the disk, or the picture was kept before there was one."""


def picture_files(campaign: Campaign) -> Written:
    """cover.webp, gallery/*.webp and their texts. Raises PictureIsMissing."""
    gallery = list(campaign.gallery.select_related("picture").order_by("position"))
    names = names_of(gallery)
    written = {
        f"gallery/{name}": master(entry.picture) for name, entry in zip(names, gallery, strict=True)
    }
    if campaign.cover:
        written[f"cover{SUFFIX}"] = master(campaign.cover)
    if captions := captions_file(names, gallery):
        written["gallery/captions.toml"] = captions.encode()
    return written


def names_of(gallery: Sequence[GalleryPicture]) -> list[str]:
    """The names that the files had, as far as they keep the pictures' order; else numbers."""
    names = [PurePosixPath(entry.file_name).stem + SUFFIX for entry in gallery]
    kept = all(one < other for one, other in pairwise(names))
    usable = all(name[0] != "." and "/" not in name and name.isprintable() for name in names)
    return names if kept and usable else [f"{n:03}{SUFFIX}" for n in range(1, len(names) + 1)]


def master(picture: Picture) -> bytes:
    """The bytes of a picture's master."""
    try:
        return content_of(picture.master)
    except OSError as fault:
        raise PictureIsMissing(
            f'The file of the picture "{picture.original_name}" is not there. Hand it in again.'
        ) from fault


def captions_file(names: Sequence[str], gallery: Sequence[GalleryPicture]) -> str:
    """gallery/captions.toml; "" where no picture has a text."""
    return document(
        (
            f"[{quoted(name)}]",
            {"alt": told(entry.alternatives), "caption": told(entry.captions)},
        )
        for name, entry in zip(names, gallery, strict=True)
    )

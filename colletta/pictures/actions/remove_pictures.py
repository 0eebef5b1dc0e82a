"""Pictures are taken away for good."""

from collections.abc import Sequence
from functools import partial

from django.db import transaction

from colletta.pictures.models import Picture, PictureSize
from colletta.pictures.shelf import throw_away


@transaction.atomic
def remove_pictures(*, picture_ids: Sequence[int]) -> None:
    """No row and, after the commit, no file of them is left; files that others show stay.

    Raises ProtectedError where something still shows one of them.
    """
    pictures = Picture.objects.filter(pk__in=picture_ids)
    masters = set(pictures.exclude(master="").values_list("master", flat=True))
    sizes = PictureSize.objects.filter(picture__in=pictures).values_list("file", flat=True)
    files = masters | set(sizes)
    pictures.delete()
    shared = set(Picture.objects.filter(master__in=files).values_list("master", flat=True))
    shared |= set(PictureSize.objects.filter(file__in=files).values_list("file", flat=True))
    transaction.on_commit(partial(throw_away, sorted(files - shared)))

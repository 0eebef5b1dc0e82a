"""Pictures are taken away for good."""

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from colletta.pictures.actions.remove_pictures import remove_pictures
from colletta.pictures.actions.store_picture import store_picture
from colletta.pictures.models import Picture, PictureSize
from colletta.pictures.shelf import is_kept
from tests.pictures.darkroom import photograph

pytestmark = pytest.mark.django_db


def files_of(picture: Picture) -> set[str]:
    return {picture.master, *picture.sizes.values_list("file", flat=True)}


def test_rows_and_files_of_a_picture_are_gone(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    gone = store_picture(file=photograph(width=300, height=200), name="anna-rossi.jpg")
    stays = store_picture(file=photograph(width=320, height=200), name="cortile.jpg")
    files, others = files_of(gone), files_of(stays)
    with django_capture_on_commit_callbacks(execute=True):
        remove_pictures(picture_ids=[gone.pk])
        assert all(is_kept(file) for file in files)
    assert list(Picture.objects.all()) == [stays]
    assert not PictureSize.objects.exclude(picture=stays).exists()
    assert not any(is_kept(file) for file in files - others)
    assert all(is_kept(file) for file in others)

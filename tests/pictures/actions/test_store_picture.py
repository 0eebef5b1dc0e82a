"""Somebody hands in a picture."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test.utils import override_settings

from colletta.pictures.actions.store_picture import (
    NoRoomForPicture,
    NotAPicture,
    PictureTooLarge,
    store_picture,
)
from colletta.pictures.models import Picture, PictureSize
from tests.pictures import darkroom
from tests.pictures.darkroom import flag, photograph, saved

pytestmark = pytest.mark.django_db

# Where files of pictures may lie.
SHELVES = frozenset({"pictures", "masters"})


def lying(folder: Path | None = None) -> set[Path]:
    root = folder or Path(settings.MEDIA_ROOT)
    return {path for path in root.rglob("*") if path.is_file()}


def test_a_picture_is_there_in_every_size() -> None:
    picture = store_picture(file=photograph(width=1000, height=500), name="cortile.jpg")
    assert (picture.width, picture.height, picture.original_name) == (1000, 500, "cortile.jpg")
    assert picture.colour == "#1e3cc8" or picture.colour.startswith("#")
    assert {(size.format, size.width) for size in picture.sizes.all()} == {
        *(("avif", width) for width in (480, 800, 1000)),
        *(("webp", width) for width in (480, 800, 1000)),
        ("jpeg", 1000),
    }
    for size in picture.sizes.all():
        assert Path(settings.MEDIA_ROOT, size.file).is_file()


def test_a_file_on_the_disk_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(flag(50, 40)))
    assert store_picture(file=tmp_path / "a.png", name="a.png").width == 50


def test_the_same_upload_is_the_same_picture_and_encoded_once() -> None:
    first = store_picture(file=saved(flag(70, 50)), name="una.png")
    first.sizes.filter(format="jpeg").delete()  # encoding once more would bring it back
    again = store_picture(file=saved(flag(70, 50)), name="altra.png")
    assert again == first
    assert not again.sizes.filter(format="jpeg").exists()
    assert again.original_name == "una.png"
    assert Picture.objects.count() == 1


def test_a_picture_whose_files_were_lost_is_made_again() -> None:
    picture = store_picture(file=saved(flag(72, 50)), name="a.png")
    for size in picture.sizes.all():
        Path(settings.MEDIA_ROOT, size.file).unlink()
    assert store_picture(file=saved(flag(72, 50)), name="a.png") == picture
    assert PictureSize.objects.filter(picture=picture).count() == 3
    for size in picture.sizes.all():
        assert Path(settings.MEDIA_ROOT, size.file).is_file()


@pytest.mark.parametrize(
    ("upload", "error"),
    [(b"no picture", NotAPicture), (darkroom.png(12_000, 12_000), PictureTooLarge)],
    ids=["no picture", "too large"],
)
def test_A16_a_refused_upload_leaves_nothing_behind(upload: bytes, error: type[Exception]) -> None:
    before = lying()
    with pytest.raises(error):
        store_picture(file=upload, name="x")
    assert lying() == before
    assert Picture.objects.count() == 0


def test_F105_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "media").write_text("a file stands where the folder should be")
    with (
        override_settings(MEDIA_ROOT=tmp_path / "media"),
        pytest.raises(NoRoomForPicture, match="could not be stored"),
    ):
        store_picture(file=saved(flag(74, 50)), name="a.png")
    assert Picture.objects.count() == 0


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "/etc/passwd",
        "..\\..\\boot.ini",
        "foto\0.php",
        "x" * 300 + ".jpg",
        "\u202egpj.exe",
        "a/b\nc.jpg",
        "con.jpg",
        "",
    ],
)
def test_A18_a_hostile_name_never_becomes_a_path(name: str) -> None:
    before = {path for path in lying() if not SHELVES.intersection(path.parts)}
    picture = store_picture(file=saved(flag(76, 50)), name=name)
    assert {path for path in lying() if not SHELVES.intersection(path.parts)} == before
    for size in picture.sizes.all():
        assert re.fullmatch(r"pictures/[0-9a-f]{2}/[0-9a-f]{40}\.(avif|webp|jpg)", size.file)
    assert len(picture.original_name) <= 200
    assert picture.original_name.isprintable()

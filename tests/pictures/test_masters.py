"""The file that a picture's sizes are made from."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from colletta.pictures.decoding import decode
from colletta.pictures.encoding import encode
from colletta.pictures.masters import has_pixels_alone, master_of
from tests.pictures.darkroom import flag, photograph, saved


def webp(image: Image.Image, **settings: object) -> bytes:
    written = BytesIO()
    image.save(written, format="WEBP", **settings)
    return written.getvalue()


@pytest.mark.parametrize("upload", [photograph(width=1800), saved(flag(300, 200))])
def test_a_master_has_the_same_pixels_and_is_its_own_master(upload: bytes | Path) -> None:
    content = upload if isinstance(upload, bytes) else upload.read_bytes()
    picture = decode(content)
    master = master_of(content, picture)
    again = decode(master)
    assert again.image.tobytes() == picture.image.tobytes()
    assert encode(again) == encode(picture)
    assert master_of(master, again) == master


def test_a_plain_webp_file_is_kept_as_it_is() -> None:
    upload = webp(flag(300, 200), quality=60)
    assert master_of(upload, decode(upload)) == upload


def test_what_is_transparent_keeps_its_colour() -> None:
    upload = saved(Image.new("RGBA", (40, 30), (200, 10, 10, 0)))
    master = master_of(upload, decode(upload))
    assert Image.open(BytesIO(master)).getpixel((3, 3)) == (200, 10, 10, 0)
    assert master_of(master, decode(master)) == master


def test_A17_a_master_tells_nothing_but_its_pixels() -> None:
    upload = photograph(width=900)
    master = master_of(upload, decode(upload))
    assert has_pixels_alone(master)
    assert b"Bianchi" not in master


@pytest.mark.parametrize(
    "settings", [{"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"}, {"xmp": b"<x/>"}]
)
def test_notes_are_never_kept(settings: dict[str, bytes]) -> None:
    upload = webp(flag(300, 200), **settings)
    assert not has_pixels_alone(upload)
    assert master_of(upload, decode(upload)) != upload


def test_bytes_behind_the_end_are_never_kept() -> None:
    assert not has_pixels_alone(webp(flag(30, 20)) + b"<script>")
    assert not has_pixels_alone(b"RIFF")
    assert not has_pixels_alone(b"")
    assert not has_pixels_alone(b"RIFF\x08\0\0\0WEBPVP8 ")

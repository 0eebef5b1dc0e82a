"""The sizes a picture is served in."""

from io import BytesIO

import pytest
from PIL import Image

from colletta.pictures.decoding import decode
from colletta.pictures.encoding import Effort, Encoded, dominant_colour, encode, widths_of
from colletta.pictures.models import Format
from tests.pictures.darkroom import flag, photograph, saved


def encoded(image: Image.Image) -> list[Encoded]:
    return encode(decode(saved(image)))


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        (4000, [480, 800, 1200, 1600]),
        (1600, [480, 800, 1200, 1600]),
        (1500, [480, 800, 1200, 1500]),
        (800, [480, 800]),
        (480, [480]),
        (100, [100]),
    ],
)
def test_a_picture_is_never_made_wider_than_it_was(own: int, kept: list[int]) -> None:
    assert widths_of(min(own, 1600)) == kept


def test_each_width_comes_in_two_modern_kinds_and_the_preview_in_jpeg() -> None:
    found = {(size.format, size.width, size.height) for size in encoded(flag(1300, 650))}
    modern = {
        (kind, width, width // 2)
        for kind in (Format.AVIF, Format.WEBP)
        for width in (480, 800, 1200, 1300)
    }
    assert found == modern | {(Format.JPEG, 1200, 600)}


def test_what_is_written_is_what_it_says() -> None:
    for size in encoded(flag(900, 600)):
        image = Image.open(BytesIO(size.content))
        assert image.format == size.format.value.upper()
        assert image.size == (size.width, size.height)


def test_a_very_flat_picture_keeps_at_least_one_line() -> None:
    assert all(size.height >= 1 for size in encoded(flag(1600, 1)))


def test_transparency_is_kept_but_for_the_preview_which_lies_on_white() -> None:
    for size in encoded(Image.new("RGBA", (600, 300), (0, 0, 0, 0))):
        image = Image.open(BytesIO(size.content))
        if size.format == Format.JPEG:
            assert image.getpixel((5, 5)) == (255, 255, 255)
        else:
            assert image.mode == "RGBA"


def test_A17_no_size_tells_where_the_camera_was() -> None:
    for size in encode(decode(photograph(width=1300))):
        assert dict(Image.open(BytesIO(size.content)).getexif()) == {}
        assert b"Bianchi" not in size.content
        assert b"balcony" not in size.content


def test_the_colour_is_the_one_that_covers_most() -> None:
    assert dominant_colour(decode(saved(flag()))) == "#1e3cc8"
    assert dominant_colour(decode(saved(Image.new("L", (9, 9), 128)))) == "#808080"


def test_the_same_pixels_are_the_same_files_however_often() -> None:
    picture = decode(photograph(width=900))
    once = encode(picture)
    assert all(encode(picture) == once for _time in range(5))


def test_somebody_who_waits_gets_the_same_sizes_sooner() -> None:
    picture = decode(photograph(width=900))
    quick, thorough = encode(picture, Effort.QUICK), encode(picture)
    assert [(one.format, one.width, one.height) for one in quick] == [
        (one.format, one.width, one.height) for one in thorough
    ]

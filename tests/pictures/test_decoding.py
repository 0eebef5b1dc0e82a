"""What comes out of an upload of unknown bytes."""

import json
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from colletta.pictures.decoding import NotAPicture, PictureTooLarge, decode
from tests.pictures import darkroom
from tests.pictures.darkroom import BLUE, RED, flag, photograph, saved

REFUSED = (NotAPicture, PictureTooLarge)
CHILD = """
import json, sys, time
from pathlib import Path
from django.conf import settings
settings.configure(USE_I18N=False)
from colletta.pictures.decoding import NotAPicture, PictureTooLarge, decode
report = {}
for name in sys.argv[1:]:
    upload, began = Path(name).read_bytes(), time.process_time()
    try:
        outcome = str(decode(upload).image.size)
    except (NotAPicture, PictureTooLarge) as refusal:
        outcome = type(refusal).__name__
    peak = next(l for l in open("/proc/self/status") if l.startswith("VmHWM"))
    report[name] = outcome, time.process_time() - began, int(peak.split()[1]) // 1024
print(json.dumps(report))
"""


def colours(image: Image.Image) -> list[tuple[int, ...]]:
    """What stands in the four corners, clockwise from the upper left."""
    plain = image.convert("RGB")
    right, lower = plain.width - 5, plain.height - 5
    at = [plain.getpixel(corner) for corner in ((4, 4), (right, 4), (right, lower), (4, lower))]
    return [min((RED, BLUE), key=lambda wanted: distance(wanted, found)) for found in at]  # type: ignore[arg-type]


def distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def decoded_in_a_child(uploads: dict[str, bytes], place: Path) -> dict[str, tuple[str, float, int]]:
    """By name: how it ended, the seconds it took, the megabytes the process has needed so far."""
    paths = {}
    for number, (name, upload) in enumerate(uploads.items()):
        paths[str(place / f"{number}")] = name
        (place / f"{number}").write_bytes(upload)
    child = subprocess.run(
        [sys.executable, "-c", CHILD, *paths],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return {paths[path]: tuple(found) for path, found in json.loads(child.stdout).items()}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_every_usual_kind_is_read(kind: str) -> None:
    picture = decode(saved(flag(), kind))
    assert (picture.width, picture.height) == (640, 480)
    assert colours(picture.image) == [RED, BLUE, BLUE, BLUE]


@pytest.mark.parametrize(
    ("orientation", "size", "corners"),
    [
        (1, (640, 480), [RED, BLUE, BLUE, BLUE]),
        (2, (640, 480), [BLUE, RED, BLUE, BLUE]),
        (3, (640, 480), [BLUE, BLUE, RED, BLUE]),
        (4, (640, 480), [BLUE, BLUE, BLUE, RED]),
        (5, (480, 640), [RED, BLUE, BLUE, BLUE]),
        (6, (480, 640), [BLUE, RED, BLUE, BLUE]),
        (7, (480, 640), [BLUE, BLUE, RED, BLUE]),
        (8, (480, 640), [BLUE, BLUE, BLUE, RED]),
    ],
)
def test_a_picture_stands_upright_however_the_camera_was_held(
    orientation: int, size: tuple[int, int], corners: list[tuple[int, ...]]
) -> None:
    picture = decode(photograph(orientation))
    assert (picture.width, picture.height) == picture.image.size == size
    assert colours(picture.image) == corners


def test_a_large_photograph_held_sideways_keeps_its_own_measures() -> None:
    picture = decode(photograph(6, width=4000, height=3000))
    assert (picture.width, picture.height) == (3000, 4000)
    assert picture.image.size == (1600, 2133)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF:UserWarning")
def test_illegible_notes_of_a_camera_do_no_harm() -> None:
    picture = decode(saved(flag(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\xff" * 40))
    assert picture.image.size == (640, 480)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_becomes_colour_with_or_without_transparency(mode: str) -> None:
    image = Image.new("L", (40, 30), 200).convert(mode) if mode != "I;16" else Image.new(
        mode, (40, 30), 200 * 257
    )  # fmt: skip
    picture = decode(saved(image)).image
    assert picture.mode == ("RGBA" if mode.endswith("A") else "RGB")
    assert distance(picture.convert("RGB").getpixel((3, 3)), (200, 200, 200)) <= 3 * 55  # type: ignore[arg-type]


def test_sixteen_bits_of_grey_do_not_turn_white() -> None:
    picture = decode(saved(Image.new("I;16", (40, 30), 100 * 257)))
    assert picture.image.getpixel((3, 3)) == (100, 100, 100)


def test_four_inks_become_colours_of_a_screen() -> None:
    picture = decode(saved(Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG", quality=95))
    red, green, blue = picture.image.getpixel((3, 3))  # type: ignore[misc]
    assert red > 200
    assert green < 80
    assert blue < 80


def test_a_profile_is_applied_and_then_gone() -> None:
    warm = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB", 5000)).tobytes()
    fitting = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (warm, fitting, b"no profile at all"):
        picture = decode(saved(flag(), "PNG", icc_profile=profile))
        assert colours(picture.image) == [RED, BLUE, BLUE, BLUE]
        assert picture.image.info == {}


def test_only_the_first_frame_of_an_animation_counts() -> None:
    second = Image.new("RGB", (640, 480), (0, 0, 0))
    for kind in ("GIF", "PNG", "WEBP"):
        moving = saved(flag(), kind, save_all=True, append_images=[second])
        assert colours(decode(moving).image) == [RED, BLUE, BLUE, BLUE]


def test_A16_a_bomb_is_refused_before_it_grows(tmp_path: Path) -> None:
    found = decoded_in_a_child(darkroom.bombs(), tmp_path)
    assert len(found) == 9
    for name, (outcome, seconds, megabytes) in found.items():
        assert outcome in {"PictureTooLarge", "NotAPicture"}, name
        assert seconds < 2, name
        assert megabytes < 200, name


def test_A16_a_million_frames_are_one_picture(tmp_path: Path) -> None:
    found = decoded_in_a_child({"gif": darkroom.frames(1_000_000)}, tmp_path)
    outcome, seconds, megabytes = found["gif"]
    assert outcome == "(1, 1)"
    assert seconds < 2
    assert megabytes < 200


def test_A16_the_limit_itself_is_not_passed_by_one_pixel() -> None:
    with pytest.raises(PictureTooLarge):
        decode(darkroom.png(8000, 5001))
    assert decode(darkroom.png(8000, 5000)).image.size == (1600, 1000)


def test_A16_a_file_above_the_limit_is_not_even_opened() -> None:
    began = time.process_time()
    with pytest.raises(PictureTooLarge, match="MB"):
        decode(photograph() + b"\0" * (40 * 1024 * 1024))
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    "upload",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><p>hello",
        b"%PDF-1.7\n%%EOF",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"PK\x03\x04 a zip file",
        saved(flag(), "BMP"),
        saved(flag(), "TIFF"),
        saved(flag(), "PPM"),
        saved(flag(), "ICO", sizes=[(16, 16)]),
        photograph()[:700],
        saved(flag())[:-40],
    ],
)
def test_what_is_no_whole_picture_is_refused_with_a_sentence(upload: bytes) -> None:
    with pytest.raises(NotAPicture, match="JPEG, PNG, WebP"):
        decode(upload)


@given(
    kind=st.sampled_from(["JPEG", "PNG", "WEBP", "AVIF", "GIF"]),
    spots=st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), min_size=1, max_size=12),
)
def test_a_damaged_file_is_a_picture_or_refused(kind: str, spots: list[tuple[int, int]]) -> None:
    upload = bytearray(saved(flag(40, 30), kind))
    for place, byte in spots:
        upload[place % len(upload)] = byte
    try:
        picture = decode(bytes(upload))
    except REFUSED:
        return
    assert picture.image.mode in {"RGB", "RGBA"}


def test_A17_nothing_of_where_and_who_is_left() -> None:
    upload = photograph()
    assert b"Kamera Bianchi" in upload
    picture = decode(upload).image
    assert picture.info == {}
    for kind in ("JPEG", "WEBP", "AVIF"):
        file = saved(picture, kind)
        assert Image.open(BytesIO(file)).getexif() == {}
        assert b"Bianchi" not in file

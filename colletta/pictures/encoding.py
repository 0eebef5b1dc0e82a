"""From a plain picture to the sizes it is served in."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from functools import partial
from io import BytesIO
from typing import Any

from PIL import Image

from colletta.pictures.models import Format
from colletta.pictures.plain import WIDEST, Plain, narrowed

WIDTHS = (480, 800, 1200, WIDEST)
PREVIEW_WIDTH = 1200
PROCESSORS = 2
SETTINGS: dict[Format, dict[str, Any]] = {
    Format.AVIF: {"quality": 52, "speed": 8, "max_threads": 1},
    Format.WEBP: {"quality": 78, "method": 4},
    Format.JPEG: {"quality": 82, "progressive": True, "optimize": True},
}
# The same quality in less than half the time, in files that are a tenth to a quarter larger.
QUICK: dict[Format, dict[str, Any]] = {Format.AVIF: {"speed": 9}, Format.WEBP: {"method": 2}}


class Effort(Enum):
    """How long an encoder may look for a smaller file."""

    THOROUGH = "for a site that serves the picture for years"
    QUICK = "for somebody who waits for it"


@dataclass(frozen=True, kw_only=True)
class Encoded:
    """One size of a picture, in pixels and bytes."""

    format: Format
    width: int
    height: int
    content: bytes


def encode(picture: Plain, effort: Effort = Effort.THOROUGH) -> list[Encoded]:
    """Every size in AVIF and WebP, one JPEG for previews elsewhere; none larger than it was."""
    sizes = [narrowed(picture.image, width) for width in widths_of(picture.image.width)]
    wanted = [(size, kind) for size in reversed(sizes) for kind in (Format.AVIF, Format.WEBP)]
    wanted.append((on_white(narrowed(picture.image, PREVIEW_WIDTH)), Format.JPEG))
    with ThreadPoolExecutor(max_workers=PROCESSORS) as threads:  # encoders let go of Python's lock
        return list(threads.map(partial(encode_one, effort), wanted))


def widths_of(width: int) -> list[int]:
    """The widths a picture is kept in: the usual ones below its own, then the largest it fills."""
    return [usual for usual in WIDTHS if usual < width] + [min(width, WIDEST)]


def encode_one(effort: Effort, wanted: tuple[Image.Image, Format]) -> Encoded:
    """One size in one format. Pillow notes the settings on the image: each encoder has its own."""
    image, kind = wanted[0].copy(), wanted[1]
    written = BytesIO()
    settings = SETTINGS[kind] | (QUICK.get(kind, {}) if effort is Effort.QUICK else {})
    image.save(written, format=kind.value.upper(), exif=b"", **settings)
    return Encoded(format=kind, width=image.width, height=image.height, content=written.getvalue())


def on_white(image: Image.Image) -> Image.Image:
    """Without transparency, as JPEG needs it."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def dominant_colour(picture: Plain) -> str:
    """The colour that covers most of the picture, as #rrggbb."""
    few = on_white(picture.image).resize((48, 48)).quantize(colors=5).convert("RGB").tobytes()
    pixels = Counter(few[start : start + 3] for start in range(0, len(few), 3))
    return f"#{pixels.most_common(1)[0][0].hex()}"

"""From an upload of unknown bytes to one plain picture: upright, sRGB, nothing else in it."""

import warnings
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, PngImagePlugin

from colletta.pictures.plain import Plain, plain

MEGAPIXELS = 40
LONGEST_SIDE = 16_000  # WebP ends at 16,383 pixels
MEGABYTES = 40
READABLE = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")

# Pillow reads these when it opens a file. Between one and two times its limit it only warns; our
# own check on the header below is the stricter one, this is the second line.
Image.MAX_IMAGE_PIXELS = MEGAPIXELS * 1_000_000
PngImagePlugin.MAX_TEXT_MEMORY = 4 * 1024 * 1024
warnings.simplefilter("error", Image.DecompressionBombWarning)


class NotAPicture(Exception):
    """The bytes are no picture that can be read here; the sentence says what can."""


class PictureTooLarge(Exception):
    """The picture is larger than the limits; the sentence names them."""


def decode(upload: bytes) -> Plain:
    """The picture in an upload, no larger than it is served.

    Raises NotAPicture, PictureTooLarge. The size is refused from the header, before any pixel.
    """
    if len(upload) > MEGABYTES * 1024 * 1024:
        raise PictureTooLarge(
            _("The file is larger than %(n)s MB. Save it smaller and try again.") % {"n": MEGABYTES}
        )
    refuse_large_canvas(*webp_canvas(upload))
    try:
        with Image.open(BytesIO(upload), formats=READABLE) as image:
            refuse_large_canvas(*image.size)
            return plain(image)
    except (PictureTooLarge, Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise too_many_pixels() from fault
    except Exception as fault:  # a decoder fed with hostile bytes may raise anything
        raise NotAPicture(
            _("This is not a picture that can be read. Use a JPEG, PNG, WebP, AVIF or GIF file.")
        ) from fault


def webp_canvas(upload: bytes) -> tuple[int, int]:
    """Width and height that an extended WebP claims; (0, 0) for everything else.

    Pillow's WebP decoder reserves the canvas before it tells the size (RFC 9649, section 2.7).
    """
    if upload[:4] != b"RIFF" or upload[8:16] != b"WEBPVP8X":
        return 0, 0
    sides = upload[24:27], upload[27:30]
    width, height = (int.from_bytes(side, "little") + 1 for side in sides)
    return width, height


def refuse_large_canvas(width: int, height: int) -> None:
    """Raises PictureTooLarge for a canvas above the limits."""
    if width * height > MEGAPIXELS * 1_000_000 or max(width, height) > LONGEST_SIDE:
        raise too_many_pixels()


def too_many_pixels() -> PictureTooLarge:
    return PictureTooLarge(
        _(
            "The picture has more than %(megapixels)s million pixels or a side above %(side)s. "
            "Make it smaller and try again."
        )
        % {"megapixels": MEGAPIXELS, "side": LONGEST_SIDE}
    )

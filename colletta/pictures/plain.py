"""What an opened file becomes: pixels that stand upright, in sRGB, with nothing attached."""

import struct
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms

WIDEST = 1600
ORIENTATION = 0x0112
# The eight orientations of EXIF 2.32, section 4.6.4; 1 is upright.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS = (5, 6, 7, 8)
UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
LARGEST_PROFILE = 4 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Plain:
    """A picture at most `WIDEST` wide. `width`, `height`: the upload's own, upright, in pixels."""

    image: Image.Image
    width: int
    height: int


def plain(opened: Image.Image) -> Plain:
    """The first frame of an opened file. Raises whatever the decoder raises."""
    width, height = opened.size
    opened.draft(None, (WIDEST, WIDEST))  # a JPEG decodes to a half, a quarter or an eighth
    opened.load()
    orientation = orientation_of(opened)
    profile = opened.info.get("icc_profile")
    image = shrunk(with_plain_channels(opened))
    if orientation in TURNS:
        image = image.transpose(TURNS[orientation])
    if orientation in SIDEWAYS:
        width, height = height, width
    image = in_srgb(narrowed(image, WIDEST), profile)
    image.info = {}
    return Plain(image=image, width=width, height=height)


def orientation_of(opened: Image.Image) -> int:
    """How the camera was held; 1 where it does not say or says it illegibly."""
    try:
        return int(opened.getexif().get(ORIENTATION, 1))
    except UNREADABLE:  # a picture with broken notes is still a picture
        return 1


def with_plain_channels(image: Image.Image) -> Image.Image:
    """Grey, colour or four inks, with or without transparency: modes that can be resized."""
    if image.mode.startswith("I;16"):
        return Image.frombytes(
            "L", image.size, image.tobytes()[sixteen_bit_offset(image.mode) :: 2]
        )
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def sixteen_bit_offset(mode: str) -> int:
    """Where the high byte of a 16-bit grey is; Pillow's own conversion would cut it to white."""
    return 0 if mode.endswith("B") else 1


def shrunk(image: Image.Image) -> Image.Image:
    """About as small as it can be before it is turned, so that the copies stay small."""
    factor = min(image.size) // WIDEST
    return image.reduce(factor) if factor > 1 else image


def narrowed(image: Image.Image, width: int) -> Image.Image:
    """The picture at a width in pixels, never wider than it was, in its own proportions."""
    if image.width <= width:
        return image
    height = max(1, (image.height * width + image.width // 2) // image.width)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as every browser understands them without a profile."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile and len(profile) <= LARGEST_PROFILE:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, own, SRGB, outputMode=mode) or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that does not fit the picture says nothing about its colours
    return image.convert(mode)

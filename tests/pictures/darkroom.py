"""Uploads for tests: honest pictures, and files made to break whoever opens them."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

RED, BLUE = (220, 30, 30), (30, 60, 200)
ORIENTATION, GPS, MAKE, GPS_LATITUDE = 0x0112, 0x8825, 0x010F, 0x0002


def saved(image: Image.Image, kind: str = "PNG", **settings: Any) -> bytes:
    """An image as the bytes of a file."""
    file = BytesIO()
    image.save(file, kind, **settings)
    return file.getvalue()


def flag(width: int = 640, height: int = 480) -> Image.Image:
    """Blue, with red in the upper left quarter, so that every turn of it shows."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    return image


def photograph(orientation: int = 1, width: int = 640, height: int = 480) -> bytes:
    """A JPEG with the notes of a camera: how it was held, who made it, where it was."""
    notes = Image.Exif()
    notes[ORIENTATION] = orientation
    notes[MAKE] = "Kamera Bianchi"
    notes.get_ifd(GPS)[GPS_LATITUDE] = (45.0, 38.0, 59.0)
    return saved(flag(width, height), "JPEG", quality=90, exif=notes, comment=b"from the balcony")


def chunk(name: bytes, content: bytes) -> bytes:
    """One chunk of a PNG file (PNG specification, section 5.3)."""
    checksum = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)


def png(width: int, height: int, *chunks: bytes, rows: bytes | None = None) -> bytes:
    """A PNG of one bit a pixel, all black, with further chunks before its pixels."""
    line = b"\0" * (1 + (width + 7) // 8)
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(line * height if rows is None else rows, 9))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def frames(count: int) -> bytes:
    """An animated GIF of one black pixel, a million times if asked."""
    start = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return start + frame * count + b"\x3b"


def claimed_jpeg(width: int, height: int) -> bytes:
    """A small JPEG whose header claims another size."""
    file = bytearray(saved(flag(16, 16), "JPEG"))
    at = file.index(b"\xff\xc0") + 5
    file[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(file)


def claimed_webp(width: int, height: int) -> bytes:
    """An extended WebP whose header claims another canvas (RFC 9649, section 2.7)."""
    inner = saved(flag(16, 16), "WEBP")[12:]
    sides = b"".join((side - 1).to_bytes(3, "little") for side in (width, height))
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + sides
    return b"RIFF" + struct.pack("<I", len(body + inner)) + body + inner


def bombs() -> dict[str, bytes]:
    """Small files that would be enormous, by name. All are to be refused."""
    inflated = zlib.compress(b"\0" * 200_000_000, 9)
    return {
        "400 megapixels in 48 KB": png(20_000, 20_000),
        "144 megapixels in 17 KB": png(12_000, 12_000),
        "a JPEG that claims 65,500 a side": claimed_jpeg(65_500, 65_500),
        "a WebP that claims 16,384 a side": claimed_webp(16_384, 16_384),
        "a GIF that claims 65,535 a side": b"GIF89a" + b"\xff" * 4 + frames(1)[10:],
        "a line of 60,000 pixels": png(60_000, 10),
        "200 MB of text": png(8, 8, chunk(b"zTXt", b"Comment\0\0" + inflated)),
        "200 MB of profile": png(8, 8, chunk(b"iCCP", b"profile\0\0" + inflated)),
        "pixels that never come": png(4000, 4000, rows=b"\0"),
    }

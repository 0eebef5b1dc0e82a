"""The one file of a picture that is never served: what its sizes are made from, what is exported.

It is a WebP file without anything attached, no wider than the widest size. Loaded again it is its
own master, so a campaign that moves from site to site has the same pictures everywhere.
"""

from collections.abc import Iterator
from io import BytesIO

from colletta.pictures.plain import WIDEST, Plain

# Chunks that are pixels and nothing else (RFC 9649, section 2.5 and following).
PIXELS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
# The flags of VP8X: only transparency (0x10) may be said there.
ONLY_TRANSPARENCY = 0x10


def master_of(upload: bytes, picture: Plain) -> bytes:
    """The upload itself where it is such a file; else its pixels, without loss."""
    if picture.width <= WIDEST and has_pixels_alone(upload):
        return upload
    written = BytesIO()
    picture.image.save(written, format="WEBP", lossless=True, exact=True, method=0, quality=0)
    return written.getvalue()


def has_pixels_alone(upload: bytes) -> bool:
    """Whether an upload is a WebP file without profile, notes, frames, or a tail."""
    if upload[:4] != b"RIFF" or upload[8:12] != b"WEBP":
        return False
    if int.from_bytes(upload[4:8], "little") + 8 != len(upload):
        return False
    kinds = []
    for kind, content in chunks_of(upload):
        kinds.append(kind)
        if kind == b"VP8X" and (not content or content[0] & ~ONLY_TRANSPARENCY):
            return False
    return set(kinds) <= PIXELS and len(set(kinds)) == len(kinds)


def chunks_of(upload: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The names and contents of a RIFF file's chunks; one that is cut off has no name."""
    place = 12
    while place < len(upload):
        length = int.from_bytes(upload[place + 4 : place + 8], "little")
        ends = place + 8 + length + length % 2
        yield (upload[place : place + 4] if ends <= len(upload) else b""), upload[place + 8 : ends]
        place = ends

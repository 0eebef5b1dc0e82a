"""One kept page in the forms in which it travels."""

import gzip
import hashlib
from dataclasses import dataclass

import brotli

from colletta.history.freshness import Numbers

Headers = list[tuple[str, str]]
BROTLI_QUALITY = 5  # as quick as gzip, a fifth smaller
GZIP_LEVEL = 6
# Said anew for each form, or of no use to anybody outside.
OURS = {"content-length", "content-encoding", "etag", "vary"}


@dataclass(frozen=True)
class Form:
    """The page in one encoding, ready to be sent."""

    headers: Headers
    body: bytes


@dataclass(frozen=True)
class Kept:
    """A page, the facts it knows, until when (seconds of the monotonic clock) it may be shown."""

    subjects: tuple[str, ...]
    numbers: Numbers
    until: float
    etag: str
    plain: Form
    gzip: Form
    brotli: Form

    @property
    def size(self) -> int:
        """Bytes in memory, nearly."""
        return len(self.plain.body) + len(self.gzip.body) + len(self.brotli.body)

    def form(self, accepted: str) -> Form:
        """The smallest form that the visitor can read (RFC 9110, section 12.5.3)."""
        if "br" in accepted:
            return self.brotli
        return self.gzip if "gzip" in accepted else self.plain


def kept_page(
    headers: Headers,
    body: bytes,
    *,
    subjects: tuple[str, ...],
    numbers: Numbers,
    until: float,
) -> Kept:
    """A page in all its forms. They share one weak ETag, since they say the same."""
    etag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    common = [
        *((name, value) for name, value in headers if name.lower() not in OURS),
        ("ETag", etag),
        ("Vary", "Accept-Encoding, Cookie"),
    ]
    return Kept(
        subjects=subjects,
        numbers=numbers,
        until=until,
        etag=etag,
        plain=_form(common, body),
        gzip=_form(common, gzip.compress(body, GZIP_LEVEL, mtime=0), "gzip"),
        brotli=_form(common, brotli.compress(body, quality=BROTLI_QUALITY), "br"),
    )


def _form(common: Headers, body: bytes, encoding: str = "") -> Form:
    said = [("Content-Encoding", encoding)] if encoding else []
    return Form([*common, *said, ("Content-Length", str(len(body)))], body)

"""Documents that answer a question of a call: what they are is read from their first bytes."""

from dataclasses import dataclass

MOST_BYTES = 2 * 1024 * 1024
# First bytes as the formats define them (ISO 32000 for PDF, RFC 2083 for PNG, ISO 10918 for JPEG).
BEGINNINGS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file that somebody sent, answering the question with this key."""

    question: str
    name: str
    content: bytes


def kind_of(content: bytes) -> str | None:
    """The media type of a PDF, a PNG or a JPEG; None for anything else."""
    for beginning, kind in BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    return None

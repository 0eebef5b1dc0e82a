"""What people typed as plain text, as HTML: paragraphs, line ends, links, and nothing else."""

import re
from html import escape

from django.utils.safestring import SafeString, mark_safe

PARAGRAPHS = re.compile(r"\n\s*\n")
ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
# What ends a sentence after an address is not part of it.
ENDS = ".,;:!?)]}»”’"


def as_html(text: str) -> SafeString:
    """Everything is escaped; addresses become links that lend nobody our good name.

    `ugc` and `nofollow`: search engines count them for nothing (Google Search Central, "Qualify
    outbound links").
    """
    paragraphs = (part for part in PARAGRAPHS.split(text) if part.strip())
    told = "".join(f"<p>{_linked(part.strip())}</p>" for part in paragraphs)
    return mark_safe(told)  # noqa: S308 - every piece was escaped


def _linked(part: str) -> str:
    pieces, end = [], 0
    for found in ADDRESS.finditer(part):
        address = found[0].rstrip(ENDS)
        pieces.append(_escaped(part[end : found.start()]))
        pieces.append(
            f'<a href="{escape(address)}" rel="nofollow ugc noopener">{escape(address)}</a>'
        )
        end = found.start() + len(address)
    pieces.append(_escaped(part[end:]))
    return "".join(pieces)


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")

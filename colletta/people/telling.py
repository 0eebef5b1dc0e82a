"""What people write about a group: plain paragraphs on the form, HTML in the row."""

import re
from html import escape, unescape

PARAGRAPHS = re.compile(r"\n\s*\n")
ENDS_A_PARAGRAPH = re.compile(r"</(?:p|li|h[1-6]|blockquote)>", re.IGNORECASE)
ENDS_A_LINE = re.compile(r"<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")


def told_as_html(plain: str) -> str:
    """Paragraphs of what was typed; whatever looks like markup is text."""
    text = plain.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        return ""
    parts = [escape(part.strip()).replace("\n", "<br>") for part in PARAGRAPHS.split(text)]
    return "".join(f"<p>{part}</p>" for part in parts if part)


def told_plainly(html: str) -> str:
    """The same as it is typed; links and emphasis of a loaded text fall away."""
    text = html.replace("\n", " ")
    text = ENDS_A_PARAGRAPH.sub("\n\n", ENDS_A_LINE.sub("\n", text))
    return unescape(TAG.sub("", text)).strip()

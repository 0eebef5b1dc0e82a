"""What a text must be to stand on a page of ours."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from colletta.people.naming import is_readable

MOST_LINKS = 2
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
EMPTY_LINES = re.compile(r"\n{3,}")


def clean_text(typed: str) -> str:
    """Plain text as it is kept: composed, with plain line ends, at most one empty line in a row.

    Raises ValidationError for what no page can show, and for more links than people need.
    """
    lines = unicodedata.normalize("NFC", typed).replace("\r\n", "\n").replace("\r", "\n")
    text = EMPTY_LINES.sub("\n\n", "\n".join(line.rstrip() for line in lines.split("\n"))).strip()
    if not is_readable(text.replace("\n", "").replace("\t", "")):
        raise ValidationError(
            _("There are signs in it that no page can show. Please type it again."),
            code="unreadable",
        )
    if not any(one.isalnum() or unicodedata.category(one) == "So" for one in text):
        raise ValidationError(_("Write a few words."), code="empty")
    if len(LINK.findall(text)) > MOST_LINKS:
        told = ngettext(
            "At most %(n)s link, please.", "At most %(n)s links, please.", MOST_LINKS
        ) % {"n": MOST_LINKS}
        raise ValidationError(told, code="links")
    return text

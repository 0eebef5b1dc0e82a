"""The closed subset of HTML in which stories are kept. It is stated here and nowhere else.

Everything that comes in is cleaned to it when it is written, and once more when it is shown.
"""

import re

import nh3
from django.utils.safestring import SafeString, mark_safe

BLOCKS = frozenset({"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "hr"})
WITHIN_LINES = frozenset({"strong", "em", "a", "code", "br"})
TAGS = BLOCKS | WITHIN_LINES
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
LINK = re.compile(r"https?://[^\s/?#]+[^\s]*|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
RELATION = "nofollow ugc noopener"


def is_allowed_link(target: str) -> bool:
    """A link that may stand in a story: https, http or mailto, complete."""
    return LINK.fullmatch(target) is not None


def clean(html: str) -> SafeString:
    """The same text with nothing but the subset in it, safe to show. Twice is the same as once."""
    cleaned = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=keep_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel=RELATION,
    )
    return mark_safe(cleaned)  # noqa: S308 - this is the function that makes it safe


def keep_attribute(tag: str, name: str, value: str) -> str | None:
    """An attribute's value, or None where it goes: a relative link would point into our site."""
    if name == "href" and not is_allowed_link(value):
        return None
    if name == "start" and not re.fullmatch("[0-9]{1,9}", value):
        return None
    return value

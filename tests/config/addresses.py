"""Every address of the site, as its URL conf knows it."""

import re
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern

CONVERTER = re.compile(r"<(?:(\w+):)?(\w+)>")
EXAMPLES = {
    "int": "1",
    "slug": "x",
    "str": "x",
    "path": "x",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
GROUP = re.compile(r"\(\?P<\w+>[^()]*\)")


def every_address(resolver: URLResolver | None = None, start: str = "/") -> Iterator[str]:
    """One address for each view, with something in the place of every part that varies."""
    for entry in (resolver or get_resolver()).url_patterns:
        here = start + written(entry)
        if isinstance(entry, URLPattern):
            yield here
        else:
            yield from every_address(entry, here)


def written(entry: URLPattern | URLResolver) -> str:
    """One pattern as somebody could type it."""
    pattern = entry.pattern
    if isinstance(pattern, LocalePrefixPattern):
        return "it/"
    if isinstance(pattern, RegexPattern):
        if "pictures/" in str(pattern):
            return f"pictures/00/{'0' * 40}.webp"
        return GROUP.sub("x", str(pattern).strip("^$"))
    return CONVERTER.sub(lambda part: EXAMPLES.get(part[1] or "str", "x"), str(pattern))

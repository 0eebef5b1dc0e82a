"""Pages as a browser fetches them: compressed, with what they name."""

import re
import urllib.error
import urllib.request
from urllib.parse import urljoin

ACCEPTED = "br"
NAMED = re.compile(rb'(?:href|src)="(/static/[^"]+\.(?:css|js|woff2))"')


def body_of(url: str) -> bytes:
    """The bytes that travel."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": ACCEPTED})  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - loopback
        return bytes(answer.read())


def is_there(url: str) -> bool:
    """Whether somebody answers."""
    try:
        body_of(url)
    except (OSError, urllib.error.URLError):
        return False
    return True


def weight_of(site: str, url: str) -> int:
    """The page with its stylesheets, scripts and fonts, compressed; pictures are not counted."""
    with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - loopback
        plain = answer.read()
    named = sorted({found.decode() for found in NAMED.findall(plain)})
    return len(body_of(url)) + sum(len(body_of(urljoin(site, name))) for name in named)

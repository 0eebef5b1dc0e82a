"""What a page tells search engines, networks and chats about itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from colletta.folders.subset import clean
from colletta.pages.structured import as_script

LOCALES = {"it": "it_IT", "en": "en_GB"}
LONGEST_DESCRIPTION = 160  # characters; search engines cut what is longer


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A picture that stands for a page elsewhere. Sides in pixels; the address is absolute."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, kw_only=True)
class PageMeta:
    """One page as others see it. `path` is what follows the language, with its query if any."""

    title: str
    description: str
    language: str
    path: str
    preview: Preview | None = None
    facts: Mapping[str, Any] | None = None

    @property
    def full_title(self) -> str:
        """The title with the site's name behind it, unless it is that name."""
        name = settings.SITE_NAME
        return name if self.title == name else f"{self.title} · {name}"

    @property
    def canonical(self) -> str:
        """The one address of the page, whatever Host it was asked under."""
        return address_in(self.language, self.path)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """The page in each language, and the address that chooses one (hreflang, address)."""
        known = [(code, address_in(code, self.path)) for code, _ in settings.LANGUAGES]
        return [*known, ("x-default", f"{settings.COLLETTA_URL}/{self.path}")]

    @property
    def locale(self) -> str:
        """The language as Open Graph writes it."""
        return LOCALES[self.language]

    @property
    def other_locales(self) -> list[str]:
        """The other languages of the page as Open Graph writes them."""
        return [locale for code, locale in LOCALES.items() if code != self.language]

    @property
    def script(self) -> SafeString | None:
        """The page's facts as linked data, ready to stand in a script element."""
        return as_script(self.facts) if self.facts else None


def meta_of(
    request: HttpRequest,
    *,
    title: str,
    description: str = "",
    facts: Mapping[str, Any] | None = None,
    preview: Preview | None = None,
) -> PageMeta:
    """The page that was asked for, under its own address without the query."""
    language, _, path = request.path.lstrip("/").partition("/")
    return PageMeta(
        title=title,
        description=shortened(description) or title,
        language=language,
        path=path,
        preview=preview,
        facts=facts,
    )


def address_in(language: str, path: str) -> str:
    """The absolute address of a path below its language."""
    return f"{settings.COLLETTA_URL}/{language}/{path}"


def shortened(text: str) -> str:
    """A text as a description: one line, cut at a word."""
    return str(Truncator(" ".join(text.split())).chars(LONGEST_DESCRIPTION, truncate="…"))


@lru_cache(maxsize=128)
def words_of(html: str) -> str:
    """What a reader reads of a story, without its tags."""
    apart = clean(html).replace("</", " </")
    return unescape(strip_tags(apart))

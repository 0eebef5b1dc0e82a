"""Tags and filters of the design system: texts, sums, dates, links, icons."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, get_timezone_location
from babel.numbers import format_decimal
from django import template
from django.conf import settings
from django.template.context import RequestContext
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from colletta.ui.icons import ICONS
from colletta.ui.languages import tell
from colletta.ui.plain import as_html

register = template.Library()
register.filter("plain_words", as_html)


class Amount(Protocol):
    """A sum that can write itself in a language."""

    def written(self, language: str, *, trim: bool = False) -> str:
        """With the currency, as the language has it; `trim` drops the decimals of a whole sum."""


def page_language() -> str:
    """The language of the page that is being rendered."""
    return get_language() or "en"


@register.simple_tag
def told(texts: Mapping[str, str], original: str) -> SafeString | str:
    """A text in the page's language; in another language it carries its `lang`."""
    text, language = tell(texts, language=page_language(), original=original)
    if language == page_language():
        return text
    return format_html('<span lang="{}">{}</span>', language, text)


@register.filter
def told_plainly(texts: Mapping[str, str], original: str) -> str:
    """The same text for an attribute, where no `lang` can stand."""
    return tell(texts, language=page_language(), original=original).text


@register.filter
def money(amount: Amount) -> str:
    """A sum as the page's language writes it, whole sums without decimals."""
    return amount.written(page_language(), trim=True)


@register.filter
def money_exactly(amount: Amount) -> str:
    """A sum with all its decimals."""
    return amount.written(page_language())


@register.filter
def number(value: int) -> str:
    """A count as the page's language writes it."""
    return format_decimal(value, locale=page_language())


@register.filter
def day(instant: datetime, zone: str = "UTC") -> str:
    """The day of an instant in a time zone: "25 May 2026"."""
    local = instant.astimezone(ZoneInfo(zone))
    return format_date(local.date(), format="d MMMM y", locale=page_language())


@register.filter
def calendar_day(day: date) -> str:
    """A day that is in no time zone: "31 December 2036"."""
    return format_date(day, format="d MMMM y", locale=page_language())


@register.filter
def day_and_time(instant: datetime, zone: str = "UTC") -> str:
    """An instant in a time zone, with weekday and minute."""
    pattern = {"it": "EEEE d MMMM y, 'ore'\u00a0H:mm", "en": "EEEE d MMMM y, H:mm"}
    language = page_language()
    chosen = pattern.get(language, "long")
    return format_datetime(instant, format=chosen, tzinfo=ZoneInfo(zone), locale=language)


@register.filter
def place_of_zone(zone: str) -> str:
    """The city by which people know a time zone: "Rome", in Italian "Roma"."""
    return str(get_timezone_location(zone, locale=page_language(), return_city=True))


@register.filter
def iso(instant: datetime) -> str:
    """An instant for machines (ISO 8601)."""
    return instant.isoformat()


@register.simple_tag(takes_context=True)
def same_page_in(context: RequestContext, language: str) -> str:
    """The address of this page in another language, query and all; else that front page."""
    address = context.request.get_full_path()
    first, _, rest = address.lstrip("/").partition("/")
    return f"/{language}/{rest}" if first in dict(settings.LANGUAGES) else f"/{language}/"


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small drawing beside a word that says the same."""
    return mark_safe(  # noqa: S308 - the drawings are this room's own constants
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" '
        f'focusable="false">{ICONS[name]}</svg>'
    )

"""Tags of the public pages: the layered bar, the time left, percentages."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from colletta.figures import CampaignFigures
from colletta.folders.subset import clean
from colletta.money import format_money
from colletta.pages.bar import Bar
from colletta.pages.campaign.words import added_by
from colletta.pages.percent import percent
from colletta.pages.time_left import TimeLeft
from colletta.pictures.models import Picture
from colletta.pledges.wall import Entry
from colletta.ui.languages import tell
from colletta.ui.templatetags.ui import money, page_language

register = template.Library()
register.filter(percent)


@register.inclusion_tag("pages/bar.html")
def bar(bar: Bar, figures: CampaignFigures, css_class: str = "") -> dict[str, Any]:
    """The layered bar, with its numbers in words for who does not see it."""
    language = page_language()
    words = {
        "percent": percent(figures.percent),
        "headline": format_money(figures.headline, language, trim=True),
        "target": format_money(figures.target, language, trim=True),
    }
    label = _("%(percent)s: %(headline)s of %(target)s") % words
    label = "; ".join([label, *added_by(figures)])
    return {"bar": bar, "label": label, "css_class": css_class}


@register.inclusion_tag("pages/time_left.html")
def time_left(left: TimeLeft) -> dict[str, Any]:
    """The time left in words; a script keeps them fresh."""
    return {"left": left}


@register.filter
def month(value: str) -> str:
    """A month such as "2027-03" in words."""
    first = date.fromisoformat(f"{value}-01")
    return format_date(first, format="MMMM y", locale=page_language())


@register.filter
def day_briefly(instant: datetime, zone: str) -> str:
    """The day of an instant in a time zone, short enough for a card: "25 May 2026"."""
    local = instant.astimezone(ZoneInfo(zone))
    return format_date(local.date(), format="d MMM y", locale=page_language())


@register.filter
def shape(pic: Picture) -> str:
    """How wide a picture is for its height, in the words of the gallery."""
    hundredths = 100 * pic.width // pic.height
    return "tall" if hundredths < 85 else "square" if hundredths < 120 else "broad"


@register.simple_tag
def told_story(texts: Mapping[str, str], original: str) -> SafeString:
    """A sanitised text in the page's language or its original, cleaned once more."""
    text, language = tell(texts, language=page_language(), original=original)
    return format_html('<div class="prose" lang="{}">{}</div>', language, clean(text))


@register.simple_tag
def gifts_listed(gifts: Iterable[Entry]) -> SafeString:
    """Gifts as lines of a wall; there are many of them on a page, so no template makes each."""
    nameless = format_html('<span class="soft">{}</span>', _("Anonymous supporter"))
    line = '<li class="wall__one">{} {}{}</li>\n'
    return format_html_join(
        "", line, ((one.name or nameless, _amount_of(one), _message_of(one)) for one in gifts)
    )


def _amount_of(gift: Entry) -> SafeString | str:
    if gift.amount is None:
        return ""
    return format_html('<span class="wall__amount">{}</span>', money(gift.amount))


def _message_of(gift: Entry) -> SafeString | str:
    if not gift.message:
        return ""
    return format_html(' <span class="wall__message" lang="">{}</span>', gift.message)

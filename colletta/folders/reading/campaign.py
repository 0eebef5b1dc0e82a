"""The tables [campaign] and [owner] of campaign.toml."""

import re
from datetime import datetime
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from colletta.campaigns.categories import Category
from colletta.campaigns.models import State, Type
from colletta.folders.contents import Owner, Terms, Texts
from colletta.folders.reading.files import LANGUAGE
from colletta.folders.reading.frame import Frame
from colletta.folders.reading.states import read_state
from colletta.folders.reading.sums import read_currency, read_sum
from colletta.folders.reading.tables import Table
from colletta.folders.reading.wording import fault_in_slug
from colletta.money import Money

OWNER_KINDS = ("person", "organisation")
STAND_IN = Money(1, "EUR")


def read_terms(table: Table, *, now: datetime, present: datetime) -> tuple[Terms, Frame]:
    """The terms of a campaign, and the frame that the rest of the folder is held to."""
    language = read_language(table)
    currency = read_currency(table)
    opens_at, closes_at = read_dates(table, now=now)
    terms = Terms(
        slug=read_slug(table),
        titles=table.texts("title", language, longest=200),
        taglines=table.texts("tagline", language, longest=300, required=False),
        type=table.choice("type", Type.values),
        category=table.choice("category", Category.values),
        target=read_sum(table, "target", currency, required=True) or STAND_IN,
        opens_at=opens_at or now,
        closes_at=closes_at or now,
        duration_days=table.whole("duration_days", least=1, most=3660),
        timezone=read_timezone(table),
        place=table.text("place", longest=200, required=False),
        language=language,
        sdgs=read_sdgs(table),
        state=read_state(table, now=now, opens_at=opens_at, closes_at=closes_at),
        cover_alternatives=table.texts("cover_alt", language, longest=500, required=False),
        cancelled_at=read_cancelled(table, now=now, present=present),
        cancelled_because=table.text("cancelled_because", longest=5000, required=False, lines=True),
    )
    table.refuse_others()
    frame = Frame(
        now=now,
        present=present,
        language=language,
        currency=currency,
        type=terms.type,
        state=terms.state,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    return terms, frame


def read_dates(table: Table, *, now: datetime) -> tuple[datetime | None, datetime | None]:
    """Opening and closing; None for one that nothing can be held to."""
    opens_at, closes_at = table.instant("opens", now=now), table.instant("closes", now=now)
    if opens_at and closes_at and closes_at <= opens_at:
        table.fault("closes", "The closing is not after the opening. Correct one of the two.")
        return None, None
    return opens_at, closes_at


def read_cancelled(table: Table, *, now: datetime, present: datetime) -> datetime | None:
    """When a campaign was cancelled; only one that is cancelled says so."""
    for key in ("cancelled", "cancelled_because"):
        if key in table.values and table.values.get("state") != State.CANCELLED:
            table.fault(key, 'This belongs to state = "cancelled". Take it out.')
    cancelled_at = table.instant("cancelled", now=now, required=False)
    if cancelled_at and cancelled_at > present:
        table.fault("cancelled", "This lies in the future. Correct it.")
    return cancelled_at


def read_slug(table: Table) -> str:
    slug = table.text("slug", longest=80)
    if slug and (reason := fault_in_slug(slug)):
        table.fault("slug", reason)
    return slug


def read_language(table: Table) -> str:
    language = table.text("language", longest=12)
    if language and not re.fullmatch(LANGUAGE, language):
        table.fault("language", "This is no code of a language, such as it or en.")
        return ""
    return language


def read_timezone(table: Table) -> str:
    zone = table.text("timezone", longest=60)
    if zone and zone not in available_timezones():
        table.fault("timezone", f'"{zone}" is no time zone. Write one such as "Europe/Rome".')
    return zone


def read_sdgs(table: Table) -> list[int]:
    """Numbers of the sustainable development goals, in the order given."""
    value = table.take("sdgs")
    if value is None:
        return []
    if not isinstance(value, list) or not all(
        type(number) is int and 1 <= number <= 17 for number in value
    ):
        table.fault("sdgs", "Write the numbers of the goals, 1 to 17: [1, 4, 10].")
        return []
    if len(set(value)) < len(value):
        table.fault("sdgs", "A goal is named twice. Name each once.")
    return value


def read_owner(table: Table, about: Texts) -> Owner:
    """Whose campaign it is; `about` comes from the files owner.<lang>.md."""
    email = table.text("contact_email", longest=254)
    if email and not is_email(email):
        table.fault("contact_email", f'"{email}" is no e-mail address. Correct it.')
    owner = Owner(
        kind=table.choice("kind", OWNER_KINDS),
        name=table.text("name", longest=200),
        contact_email=email,
        about=about,
    )
    table.refuse_others()
    return owner


def is_email(text: str) -> bool:
    """Whether a text is an address that mail can be sent to."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254

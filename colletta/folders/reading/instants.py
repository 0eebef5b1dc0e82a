"""Dates in a folder: ISO 8601 with an offset from UTC, or an offset from the moment of loading."""

import re
from datetime import UTC, datetime, timedelta

OFFSET = re.compile(r"([+-])([0-9]{1,8})([mhd])", re.ASCII)
ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
    r"(?:Z|[+-][0-9]{2}:[0-9]{2})",
    re.ASCII,
)
UNITS = {"m": "minutes", "h": "hours", "d": "days"}
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
HOW_TO = (
    'Write an ISO 8601 instant with its offset from UTC ("2027-05-25T18:00:00+02:00") '
    'or an offset from the moment of loading ("-1046h", "+34h", "-3d").'
)


class NotAnInstant(ValueError):
    """A value that is no date; the sentence says how one is written."""


def read_instant(value: object, *, now: datetime) -> datetime:
    """The instant, in UTC. Raises NotAnInstant."""
    if isinstance(value, datetime):
        return within_reason(value)
    if not isinstance(value, str):
        raise NotAnInstant(f"This is no date. {HOW_TO}")
    if offset := OFFSET.fullmatch(value):
        sign, digits, unit = offset.groups()
        return shifted(now, int(sign + digits), unit)
    if not ISO.fullmatch(value):
        raise NotAnInstant(f'"{value[:40]}" is no date. {HOW_TO}')
    try:
        return within_reason(datetime.fromisoformat(value))
    except ValueError as fault:
        raise NotAnInstant(f'"{value[:40]}" is not in the calendar or on the clock.') from fault


def shifted(now: datetime, count: int, unit: str) -> datetime:
    """So many minutes, hours or days (of 24 hours) from now."""
    try:
        return within_reason(now + timedelta(**{UNITS[unit]: count}))
    except OverflowError as fault:
        raise NotAnInstant(too_far()) from fault


def within_reason(instant: datetime) -> datetime:
    """Raises NotAnInstant for an instant without offset or outside the years that can be meant."""
    if instant.tzinfo is None:
        raise NotAnInstant(f"The date has no offset from UTC. {HOW_TO}")
    if not EARLIEST <= instant <= LATEST:
        raise NotAnInstant(too_far())
    return instant.astimezone(UTC)


def too_far() -> str:
    return f"The date lies before {EARLIEST.year} or after {LATEST.year}. Check its digits."

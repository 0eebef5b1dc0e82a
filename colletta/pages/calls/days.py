"""Days that a partner types, as instants."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# A call has no place of its own; the site's partners are at home here.
ZONE_NAME = "Europe/Rome"
ZONE = ZoneInfo(ZONE_NAME)
A_MICROSECOND = timedelta(microseconds=1)


def beginning_of(day: date) -> datetime:
    """The first instant of a day."""
    return datetime.combine(day, time.min, tzinfo=ZONE)


def end_of(day: date) -> datetime:
    """The last instant of a day: "closes on 25 May" means the end of that day."""
    return beginning_of(day + timedelta(days=1)) - A_MICROSECOND


def day_of(instant: datetime) -> date:
    """The day on which an instant lies."""
    return instant.astimezone(ZONE).date()

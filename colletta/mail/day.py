"""When a day of letters is over."""

from datetime import datetime, time, timedelta

# By then a reader in Europe has not had breakfast, and what the night brought is in.
LETTERS_AT = time(6)  # UTC
# What is noted one by one is put together before, so that it stands in the same letter.
NOTES_AT = time(5, 30)


def last(moment: time, *, at: datetime) -> datetime:
    """The newest instant with this time of day that has passed at `at`."""
    today = datetime.combine(at.date(), moment, tzinfo=at.tzinfo)
    return today if today <= at else today - timedelta(days=1)

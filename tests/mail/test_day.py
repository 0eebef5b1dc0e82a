"""When a day of letters is over."""

from datetime import UTC, datetime, time, timedelta

import pytest

from colletta.mail.day import LETTERS_AT, NOTES_AT, last

MORNING = datetime(2027, 3, 5, 6, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (MORNING, MORNING),
        (MORNING - SECOND, MORNING - timedelta(days=1)),
        (MORNING + timedelta(hours=23), MORNING),
        (datetime(2027, 3, 1, 0, 0, tzinfo=UTC), datetime(2027, 2, 28, 6, 0, tzinfo=UTC)),
    ],
)
def test_the_newest_morning_that_has_passed(at: datetime, expected: datetime) -> None:
    assert last(time(6), at=at) == expected


def test_what_is_noted_is_put_together_before() -> None:
    assert NOTES_AT < LETTERS_AT

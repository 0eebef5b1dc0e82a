"""How long a campaign is still open."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.translation import override

from colletta.pages.time_left import TimeLeft

AT = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=45), "45 days"),
        (timedelta(days=30, seconds=-5), "30 days"),
        (timedelta(hours=72), "3 days"),
        (timedelta(hours=71), "71 hours"),
        (timedelta(hours=34), "34 hours"),
        (timedelta(hours=33, seconds=1), "34 hours"),
        (timedelta(hours=2, seconds=1), "3 hours"),
        (timedelta(hours=2), "120 minutes"),
        (timedelta(seconds=30), "1 minute"),
        (timedelta(0), "no time left"),
        (timedelta(days=-1), "no time left"),
    ],
)
def test_days_then_hours_then_minutes(left: timedelta, words: str) -> None:
    with override("en"):
        assert TimeLeft(closes_at=AT + left, at=AT).words == words


def test_the_script_says_the_same_words() -> None:
    with override("en"):
        patterns = TimeLeft(closes_at=AT, at=AT).patterns
    assert patterns["hours"] == "{n} hours"
    assert patterns["minute"] == "{n} minute"

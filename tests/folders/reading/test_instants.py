"""Dates in a folder."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colletta.folders.reading.instants import EARLIEST, LATEST, NotAnInstant, read_instant
from tests.folders.workbench import NOON


@pytest.mark.parametrize(
    ("written", "apart"),
    [
        ("-1046h", timedelta(hours=-1046)),
        ("+34h", timedelta(hours=34)),
        ("-90m", timedelta(minutes=-90)),
        ("+3d", timedelta(days=3)),
        ("+0h", timedelta()),
    ],
)
def test_an_offset_counts_from_the_moment_of_loading(written: str, apart: timedelta) -> None:
    assert read_instant(written, now=NOON) - NOON == apart


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2027-05-25T18:00:00+02:00", datetime(2027, 5, 25, 16, tzinfo=UTC)),
        ("2027-05-25T18:00Z", datetime(2027, 5, 25, 18, tzinfo=UTC)),
        ("2027-05-25T18:00:00.5-05:30", datetime(2027, 5, 25, 23, 30, 0, 500_000, tzinfo=UTC)),
    ],
)
def test_an_instant_is_read_with_its_offset(written: str, instant: datetime) -> None:
    assert read_instant(written, now=NOON) == instant


@given(
    st.datetimes(EARLIEST.replace(tzinfo=None), LATEST.replace(tzinfo=None), timezones=st.just(UTC))
)
def test_an_exported_instant_is_read_back(instant: datetime) -> None:
    assert read_instant(instant.isoformat(), now=NOON) == instant
    assert read_instant(instant, now=NOON) == instant


@pytest.mark.parametrize(
    "value",
    [
        *("2027-05-25", "2027-05-25T18:00:00", "25.5.2027", "2027-05-25 18:00:00+02:00", ""),
        *("2027-13-01T00:00:00Z", "2027-02-30T00:00:00Z", "2027-01-01T25:00:00Z"),
        *("34h", "+34", "+h", "+1.5h", "+34 h", "+34H", "+1w", "+٣h", "--3h"),
        *("+99999999d", "-99999999h", "1969-12-31T23:59:59Z", "2200-01-01T00:00:01Z"),
        *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2027-W01-1T10:00Z"),
        *(34, 1.5, True, [], NOON.replace(tzinfo=None)),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(value: object) -> None:
    with pytest.raises(NotAnInstant, match=r"\."):
        read_instant(value, now=NOON)

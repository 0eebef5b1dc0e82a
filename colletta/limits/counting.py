"""Adds weight to buckets in one statement, so that no two processes count past each other."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from colletta.limits.table import PERSONAL, Limit

# Rows are met in one order, or two tries over the same buckets would wait for each other for ever.
ADD = """
    INSERT INTO limits_count (bucket, seconds, begun_at, weight)
    SELECT one.bucket, one.seconds,
        to_timestamp(floor(extract(epoch FROM colletta_now()) / one.seconds) * one.seconds),
        %(weight)s
    FROM unnest(%(buckets)s::text[], %(seconds)s::int[]) AS one (bucket, seconds)
    ORDER BY one.bucket, one.seconds
    ON CONFLICT (bucket, seconds, begun_at)
    DO UPDATE SET weight = limits_count.weight + excluded.weight
    RETURNING bucket, seconds, begun_at, weight
"""


def add(buckets: Mapping[str, str], *, weight: int) -> datetime | None:
    """Adds to every window of these buckets (kind -> bucket).

    Returns when the last window that is now too full ends; None while all have room.
    """
    limits = [(bucket, limit) for kind, bucket in buckets.items() for limit in PERSONAL[kind]]
    most = {(bucket, _seconds(limit)): limit.most for bucket, limit in limits}
    full = [
        begun_at + timedelta(seconds=seconds)
        for bucket, seconds, begun_at, weighs in _add(most, weight)
        if weighs > most[bucket, seconds]
    ]
    return max(full, default=None)


def add_plainly(buckets: Iterable[str], *, weight: int) -> None:
    """Adds the same weight to the windows of any personal kind for these buckets."""
    lengths = sorted({_seconds(limit) for limits in PERSONAL.values() for limit in limits})
    _add([(bucket, seconds) for bucket in buckets for seconds in lengths], weight)


def _add(places: Iterable[tuple[str, int]], weight: int) -> list[tuple[str, int, datetime, int]]:
    listed = sorted(places)
    values: dict[str, Any] = {
        "buckets": [bucket for bucket, _ in listed],
        "seconds": [seconds for _, seconds in listed],
        "weight": weight,
    }
    with connection.cursor() as cursor:
        cursor.execute(ADD, values)
        return list(cursor.fetchall())


def _seconds(limit: Limit) -> int:
    return limit.window // timedelta(seconds=1)

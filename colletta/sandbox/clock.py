"""Time, in milliseconds since 1970. Nothing here knows a fraction."""

import time

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE


def wall() -> int:
    """This machine's time."""
    return time.time_ns() // 1_000_000


def seconds(at: int) -> int:
    """Milliseconds as the whole seconds that the API speaks in."""
    return at // SECOND

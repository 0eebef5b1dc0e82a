"""How long a failed reaction waits before it is tried again."""

from datetime import timedelta

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)


def pause_after(attempts: int) -> timedelta:
    """After so many failed attempts: 30 s, 1 min, 2 min … at most 6 h."""
    doublings = min(attempts - 1, 10)  # 2^10 half minutes are more than the longest pause
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)

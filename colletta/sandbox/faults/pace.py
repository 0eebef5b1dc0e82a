"""How many requests a rate limit let through in the last second."""

from collections import defaultdict, deque

from colletta.sandbox.clock import SECOND, wall


class Pace:
    """Counts in memory: a limit that was restarted begins anew. Used inside a turn only."""

    def __init__(self) -> None:
        self._passed: dict[str, deque[int]] = defaultdict(deque)

    def lets_through(self, fault: str, *, per_second: int) -> bool:
        """Whether one more request passes; it is counted if it does."""
        passed, now = self._passed[fault], wall()
        while passed and passed[0] <= now - SECOND:
            passed.popleft()
        if len(passed) >= per_second:
            return False
        passed.append(now)
        return True

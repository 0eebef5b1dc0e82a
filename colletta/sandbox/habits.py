"""How the company does things when nobody asks for anything else."""

from dataclasses import dataclass

from colletta.sandbox.clock import HOUR, SECOND


@dataclass(frozen=True)
class Habits:
    """In milliseconds: how long a payment waits to be confirmed, how long after an event its
    notice goes out, the first wait before another try, and what "after a while" means.
    """

    lifetime: int = HOUR
    notice_delay: int = 300
    retry: int = SECOND
    late: int = 10 * SECOND

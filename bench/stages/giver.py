"""One process of a crowd."""

import os
import time
from collections.abc import Sequence
from typing import Any

from bench.stages.giving import give

WARM = 1.0  # seconds in which all of them start


def run(*, campaigns: Sequence[int], seconds: float) -> dict[str, Any]:
    """Its gifts a second. Each process begins elsewhere in the row of campaigns."""
    number = os.getpid() * 1_000_003
    _give_until(time.monotonic() + WARM, campaigns, number)
    begun = time.monotonic()
    given = _give_until(begun + seconds, campaigns, number + 500_000)
    return {"per_second": given / (time.monotonic() - begun)}


def _give_until(until: float, campaigns: Sequence[int], number: int) -> int:
    first = number
    while time.monotonic() < until:
        give(campaigns, number)
        number += 1
    return number - first

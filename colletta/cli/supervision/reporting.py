"""What the supervisor says, a line at a time."""

import sys
from contextlib import suppress


def report(sentence: str) -> None:
    """Nobody may be listening any more; that is no reason to fall."""
    with suppress(OSError, ValueError):
        print(sentence, flush=True, file=sys.stdout)

"""Several processes out of one that has loaded everything: loading it eight times takes long."""

import multiprocessing
import sys
from collections.abc import Callable

PROCESSES = multiprocessing.get_context("fork")


def in_processes(number: int, act: Callable[[int], None]) -> None:
    """`act(0)` to `act(number - 1)`, each in a process of its own; exits like the worst of them.

    The process that calls it has no connection to the database yet: none may be shared.
    """
    children = [PROCESSES.Process(target=act, args=(one,)) for one in range(number)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    if worst := max(abs(child.exitcode or 0) for child in children):
        sys.exit(worst)

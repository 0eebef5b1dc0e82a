"""Looks at the processes of this machine, so that a test can say that none is left."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from colletta.cluster.place import Place
from colletta.cluster.postmaster import processes_in


def working_for(home: Path) -> list[str]:
    """Live processes that name `home` on their command line, and servers in its data."""
    listed = subprocess.run(
        ["ps", "-eww", "-o", "pid=,stat=,args="], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    named = [line for line in listed if str(home) in line and line.split()[1][0] != "Z"]
    return named + [str(process) for process in processes_in(Place(home).data) or []]


def pid_of(home: Path, word: str) -> int:
    """The one process for `home` with `word` on its command line."""
    (line,) = [line for line in working_for(home) if word in line]
    return int(line.split()[0])


def postmaster_of(home: Path) -> int:
    return int((Place(home).data / "postmaster.pid").read_text().splitlines()[0])


def keeper_of(home: Path) -> int:
    return pid_of(home, "colletta.cluster.keeper")


def wait_until(condition: Callable[[], bool], *, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)

"""Starts a program through launch.py."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

_LAUNCHER = Path(__file__).with_name("launch.py")


def start_child(
    command: Sequence[str | Path],
    *,
    death_signal: signal.Signals,
    identity: Sequence[str] = (),
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    stdin: IO[bytes] | int = subprocess.DEVNULL,
    output: IO[bytes] | int | None = None,
) -> "subprocess.Popen[bytes]":
    """A direct child in its own session; it gets `death_signal` when we die.

    To be called from the main thread: Linux ties the death signal to the thread that forked.
    """
    launcher = [sys.executable, "-I", "-S", str(_LAUNCHER)]
    wish = ["--parent", str(os.getpid()), "--signal", str(int(death_signal)), *identity]
    return subprocess.Popen(  # noqa: S603 - ours, from launch.py on
        [*launcher, *wish, *(str(part) for part in command)],
        env=None if environment is None else dict(environment),
        cwd=folder,
        stdin=stdin,
        stdout=output,
        stderr=None if output is None else subprocess.STDOUT,
    )

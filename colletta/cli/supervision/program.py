"""One program that is kept running."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from colletta.cluster.child import start_child

_LONGEST_PAUSE = 30.0  # seconds between an end and the next start
_CALM = 60.0  # seconds of work after which earlier ends are forgotten


@dataclass(frozen=True, kw_only=True)
class Program:
    """What to run. `patience`: seconds it may take to stop before it is killed.

    `output`: the file of what it says, written anew at each start; else it speaks for all to see.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    patience: float = 15.0
    output: Path | None = None


class Run:
    """A program as it runs: started, ended, started again after a growing pause."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._ends = 0
        self._next_start = 0.0

    def start(self) -> None:
        """In a session of its own; it is asked to end when we die."""
        self._started = time.monotonic()
        with self._output() as output:
            self._process = start_child(
                self.program.command,
                death_signal=signal.SIGTERM,
                environment={**os.environ, **self.program.environment},
                output=output,
            )

    def _output(self) -> AbstractContextManager[IO[bytes] | None]:
        file = self.program.output
        return nullcontext() if file is None else file.open("wb")

    def has_ended(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def status(self) -> int | None:
        return None if self._process is None else self._process.returncode

    def plan_next_start(self) -> float:
        """After an unexpected end. Returns the pause in seconds: 1, 2, 4 … 30."""
        self._kill_the_rest()
        self._process = None
        calm = time.monotonic() - self._started > _CALM
        self._ends = 1 if calm else self._ends + 1
        pause = min(2.0 ** (self._ends - 1), _LONGEST_PAUSE)
        self._next_start = time.monotonic() + pause
        return pause

    def is_waiting(self) -> bool:
        return self._process is None

    def is_due(self) -> bool:
        return self._process is None and time.monotonic() >= self._next_start

    def stop(self) -> None:
        """Asks, waits, and kills what is left of its session."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(self.program.patience)
        self._kill_the_rest()
        self._process.wait()
        self._process = None

    def _kill_the_rest(self) -> None:
        """A server that was killed leaves its own children behind, and they hold the port."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

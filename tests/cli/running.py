"""Runs the command line as a person does, in a process of its own, and looks for what is left."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.cluster.processes import wait_until, working_for

EMPTY_DEMO = ("demo", "--empty")
CHECKOUT = Path(__file__).resolve().parents[2]


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """Our environment without our database, and with a home of the test's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE")}
    return {**kept, "COLLETTA_HOME": str(home), "PYTHONPATH": str(CHECKOUT), **more}


def colletta(
    *words: str | Path, environment: Mapping[str, str]
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "colletta", *map(str, words)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def left_over(home: Path) -> list[str]:
    """Live processes that were given `home`, by command line or environment."""
    mark = f"COLLETTA_HOME={home}\0".encode()
    found = [entry.name for entry in Path("/proc").glob("[0-9]*") if mark in _environment(entry)]
    return [*found, *working_for(home)]


def _environment(entry: Path) -> bytes:
    try:
        return (entry / "environ").read_bytes() + b"\0"
    except OSError:
        return b""


class Demo:
    """A demonstration that runs in a process group of its own, as one started by a shell."""

    def __init__(self, home: Path, *, port: int, command: Sequence[str] = EMPTY_DEMO) -> None:
        self.home = home
        self.port = port
        self.output = home.with_suffix(".output")
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "colletta", *command],
                env=surroundings(home, PORT=str(port)),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def said(self) -> str:
        return self.output.read_text()

    def wait_for(self, words: str) -> None:
        def heard() -> bool:
            assert self.process.poll() is None or words in self.said(), self.said()
            return words in self.said()

        wait_until(heard, seconds=90)

    def children(self, word: str) -> list[int]:
        """The processes we are told of by `ps` whose command line holds `word`, of this demo."""
        listed = subprocess.run(
            ["ps", "-eww", "-o", "pid=,args="], capture_output=True, text=True, check=True
        ).stdout.splitlines()
        ours = {pid for pid in left_over(self.home) if pid.isdecimal()}
        named = [line.split()[0] for line in listed if word in line]
        return [int(pid) for pid in named if pid in ours]


@contextmanager
def demonstration(home: Path, *, command: Sequence[str] = EMPTY_DEMO) -> Iterator[Demo]:
    """Ready when entered; stopped at the end at the latest, and nothing may be left."""
    demo = Demo(home, port=free_port(), command=command)
    try:
        demo.wait_for("Colletta is ready")
        yield demo
    finally:
        if demo.process.poll() is None:
            demo.process.send_signal(signal.SIGTERM)
        demo.process.wait(30)
        time.sleep(0.05)
    assert left_over(home) == [], demo.said()

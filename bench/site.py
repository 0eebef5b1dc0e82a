"""A site of the bench's own: the demonstration, empty, in a folder that is thrown away."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bench.memory import memory_of
from colletta.cluster import Cluster

CHECKOUT = Path(__file__).resolve().parents[1]
PATIENCE = 120  # seconds until it must answer
DATABASE = "colletta"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


class Site:
    """Runs while entered. `start_seconds`: from an empty folder to the first page."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start_seconds = 0.0
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("COLLETTA_", "DATABASE_"))}
        self.environment = {
            **kept,
            "COLLETTA_HOME": str(home),
            # Each form is sent as another visitor, as it would come through a proxy.
            "COLLETTA_TRUSTED_PROXIES": "127.0.0.1",
            "PORT": str(self.port),
        }

    def __enter__(self) -> Self:
        begun = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "colletta", "demo", "--empty"],
            cwd=CHECKOUT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() - begun > PATIENCE:
                self.__exit__(None, None, None)
                raise SystemExit("The site does not start; what it said stands above.")
            time.sleep(0.02)
        self.start_seconds = round(time.monotonic() - begun, 2)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/it/")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def database(self, role: str = "app", name: str = DATABASE) -> str:
        """The address of its database, or of one beside it."""
        return Cluster(self.home).url(role, name)

    def books_are_true(self) -> bool:
        """Whether every invariant holds after all that was done."""
        asked = subprocess.run(
            [sys.executable, "-m", "colletta", "check_books"],
            cwd=CHECKOUT,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        if asked.returncode:
            sys.stderr.write(asked.stdout)
        return asked.returncode == 0

    def memory(self) -> dict[str, float]:
        """What each program holds, with its children, in MB."""
        return memory_of(self.home)


def stage(name: str, site: Site, *, pool: int = 0, **wish: Any) -> dict[str, Any]:
    """What bench/stages/`name` finds, in a process of its own that has Django set up.

    `pool`: how many connections it keeps, as the server does; without, it opens one of its own.
    """
    more = {
        "DATABASE_URL": site.database(),
        "BENCH_OWNER_URL": site.database("owner"),
        "BENCH_SUPERUSER_URL": site.database("superuser", "postgres"),
        "COLLETTA_DATABASE_POOL": str(pool),
        "DJANGO_SETTINGS_MODULE": "colletta.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "bench.stages", name, json.dumps(wish)],
        cwd=CHECKOUT,
        env={**site.environment, **more},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=600,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found

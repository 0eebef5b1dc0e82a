"""One running PostgreSQL server: our direct child, so that its end is noticed and reaped."""

import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from colletta.cluster.child import start_child
from colletta.cluster.configuration import server_arguments
from colletta.cluster.errors import DatabaseUnavailable
from colletta.cluster.host import Host
from colletta.cluster.initialise import clean_environment

READY = "ready"
_PID_LINE, _STATUS_LINE = 0, 7  # lines of postmaster.pid: src/include/utils/pidfile.h
_START_SECONDS = 120  # the replay of a long log after a crash
_STOP_SECONDS = 30
_LARGEST_LOG = 10_000_000  # bytes


class Postmaster:
    """Starts, watches and stops the server of one host."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when the server accepts connections. Raises DatabaseUnavailable."""
        self._check_version()
        self._wait_for_leftovers()
        log = self.host.place.log
        if log.exists() and log.stat().st_size > _LARGEST_LOG:
            log.replace(log.with_suffix(".old"))
        with log.open("ab") as output:
            self._process = start_child(
                [self.host.binaries.postgres, "-D", self.host.place.data, *self._settings()],
                death_signal=signal.SIGINT,
                identity=self.host.identity.arguments,
                environment=clean_environment(),
                folder=Path("/"),
                output=output,
            )
        self._wait_until_ready()

    def has_ended(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def stop(self) -> None:
        """A fast stop: sessions are ended, what was committed is on disk."""
        if self._process is None or self.has_ended():
            return
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait()

    def _settings(self) -> list[str]:
        return server_arguments(self.host)

    def _check_version(self) -> None:
        made_by = (self.host.place.data / "PG_VERSION").read_text().strip()
        runs = self.host.binaries.version()
        if made_by != str(runs):
            raise DatabaseUnavailable(
                f"The data in {self.host.place.data} was made by PostgreSQL {made_by}, but "
                f"{self.host.binaries.folder} is PostgreSQL {runs}. Name the programs of "
                f"{made_by} in COLLETTA_POSTGRES_BIN."
            )

    def _wait_for_leftovers(self) -> None:
        """Processes of a killed server must be gone before the next one touches the data."""
        deadline = time.monotonic() + _STOP_SECONDS
        while leftovers := processes_in(self.host.place.data):
            if time.monotonic() > deadline:
                raise DatabaseUnavailable(
                    f"Another PostgreSQL still works in {self.host.place.data} "
                    f"(process {leftovers[0]}). Stop it first."
                )
            for process in leftovers:
                _signal(process, signal.SIGINT)
            time.sleep(0.05)
        if leftovers is not None:
            # Nobody works there, so files that say so are stale: their number may meanwhile
            # be that of an unrelated process, and PostgreSQL would refuse to start.
            (self.host.place.data / "postmaster.pid").unlink(missing_ok=True)
            (self.host.place.socket / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while not self.has_ended():
            if is_ready(self.host.place.data, process=self._process):
                return
            if time.monotonic() > deadline:
                self.stop()
                break
            time.sleep(0.01)
        raise DatabaseUnavailable(
            f"PostgreSQL did not start. The end of {self.host.place.log}:\n"
            + "\n".join(self.host.place.log.read_text(errors="replace").splitlines()[-5:])
        )


def is_ready(data: Path, *, process: "subprocess.Popen[bytes] | None" = None) -> bool:
    """As pg_ctl sees it: the server itself writes its state into postmaster.pid."""
    try:
        lines = (data / "postmaster.pid").read_text(errors="replace").splitlines()
    except FileNotFoundError:
        return False
    if len(lines) <= _STATUS_LINE or lines[_STATUS_LINE].strip() != READY:
        return False
    return process is None or lines[_PID_LINE].strip() == str(process.pid)


def takes_connections(folder: Path) -> bool:
    """Tried for real: the server may have been killed after it wrote that it is ready."""
    with socket.socket(socket.AF_UNIX) as trial:
        try:
            trial.connect(str(folder / ".s.PGSQL.5432"))
        except OSError:
            return False
    return True


def processes_in(data: Path) -> list[int] | None:
    """Who works in the data folder: PostgreSQL's processes all do. None: cannot be known."""
    if not Path("/proc/self/cwd").exists():
        return None
    where = data.resolve()
    return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if _folder(entry) == where]


def _folder(entry: Path) -> Path | None:
    try:
        is_server = (entry / "comm").read_text().strip() == "postgres"
        return (entry / "cwd").readlink() if is_server else None
    except OSError:  # it has ended, or belongs to somebody else
        return None


def _signal(process: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, number)

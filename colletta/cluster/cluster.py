"""What everybody else sees of the embedded PostgreSQL."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from colletta.cluster.binaries import find_binaries
from colletta.cluster.databases import create_database, drop_database
from colletta.cluster.errors import ClusterError, DatabaseUnavailable
from colletta.cluster.locks import FileLock, is_free, is_shared
from colletta.cluster.passwords import APPLICATION, OWNER, SUPERUSER, read_passwords
from colletta.cluster.place import Place
from colletta.cluster.postmaster import READY, is_ready, takes_connections

_ROLES = {"app": APPLICATION, "owner": OWNER, "superuser": SUPERUSER}
_CHECKOUT = Path(__file__).resolve().parents[2]
_PAUSE = 0.02
_START_SECONDS = 150
_STOP_SECONDS = 40
# Those this process started: they may outlive its use of them, and are its own to reap.
_keepers: list[tuple[Path, "subprocess.Popen[str]"]] = []


class Cluster:
    """The cluster below one home folder, shared by all processes that name the same home.

        cluster = Cluster(home)
        with cluster.running():
            psycopg.connect(cluster.url("app"))

    `durable=False` trades safety against a power cut for speed: for tests only.
    `binaries` names a folder of PostgreSQL programs; default: COLLETTA_POSTGRES_BIN, the wheel's.
    """

    def __init__(
        self, home: Path | str, *, durable: bool = True, binaries: Path | None = None
    ) -> None:
        self.place = Place(Path(home).resolve())
        self._durable = durable
        self._binaries = binaries

    @contextmanager
    def running(self) -> Iterator["Cluster"]:
        """Inside, the server runs; the last one out, of all processes, stops it.

        Raises HomeUnusable, BinariesUnusable or DatabaseUnavailable, each with the cure.
        """
        self.place.prepare()
        users = FileLock(self.place.users_lock)
        try:
            with FileLock(self.place.start_lock):
                users.acquire(shared=True)
                self._find_or_start()
            yield self
        finally:
            users.release()
            self._wait_if_last()

    def is_lost(self) -> bool:
        """Nobody keeps the server any more: its keeper was killed or gave up."""
        return is_free(self.place.server_lock)

    def revive(self) -> bool:
        """Inside running(): starts the server again if its keeper was killed. True if it was."""
        with FileLock(self.place.start_lock):
            lost = self.is_lost()
            self._find_or_start()
        return lost

    def url(self, role: str, database: str = "colletta") -> str:
        """A connection address for `app`, `owner` or `superuser`; contains the password."""
        name = _ROLES[role]
        try:
            password = read_passwords(self.place.passwords)[name]
        except (FileNotFoundError, KeyError) as fault:
            raise DatabaseUnavailable(
                f"There is no database below {self.place.home} yet. Start it with bin/demo."
            ) from fault
        host = quote(str(self.place.socket), safe="/")
        return f"postgresql://{name}:{password}@/{quote(database)}?host={host}"

    def remove(self) -> bool:
        """The cluster and all its data are gone. False, with nothing touched, while it is used."""
        if not self.place.folder.is_dir():
            return True
        users, server = FileLock(self.place.users_lock), FileLock(self.place.server_lock)
        with FileLock(self.place.start_lock):
            try:
                if not users.try_acquire() or not server.try_acquire():
                    return False
                self.place.remove()
            finally:
                users.release()
                server.release()
        return True

    def create_database(self, name: str, template: str | None = None) -> str:
        """A new database of the owner's, empty or cloned from `template`; returns app's url."""
        create_database(self.url("superuser", "postgres"), name, template)
        return self.url("app", name)

    def drop_database(self, name: str) -> None:
        """Ends its sessions and removes it; an absent one is no fault."""
        drop_database(self.url("superuser", "postgres"), name)

    def _find_or_start(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while not self._is_serving():
            if is_free(self.place.server_lock):
                self._start_keeper()
            if time.monotonic() > deadline:
                raise DatabaseUnavailable(
                    f"The database below {self.place.home} does not answer. "
                    f"Its log is {self.place.log}."
                )
            time.sleep(_PAUSE)

    def _is_serving(self) -> bool:
        return (
            not is_free(self.place.server_lock)
            and is_ready(self.place.data)
            and takes_connections(self.place.socket)
        )

    def _start_keeper(self) -> None:
        folder = find_binaries(None if self._binaries is None else str(self._binaries)).folder
        options = ["--binaries", str(folder), *([] if self._durable else ["--forgetful"])]
        keeper = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "colletta.cluster.keeper", str(self.place.home), *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=_CHECKOUT,
            start_new_session=True,
            text=True,
        )
        assert keeper.stdout is not None
        said: list[str] = []
        with keeper.stdout as output:
            for line in output:
                said.append(line)
                if line.strip() == READY:
                    _keepers.append((self.place.home, keeper))
                    return
        keeper.wait()
        raise ClusterError("".join(said).strip() or "The database's keeper was killed.")

    def _wait_if_last(self) -> None:
        """Whoever leaves last sees the server gone; whoever does not, leaves at once."""
        deadline = time.monotonic() + _STOP_SECONDS
        while time.monotonic() < deadline and not is_free(self.place.server_lock):
            with FileLock(self.place.leaving_lock):
                others = is_shared(self.place.users_lock)
            if others:
                return
            time.sleep(_PAUSE)
        for home, keeper in list(_keepers):
            if home == self.place.home:
                keeper.wait(_STOP_SECONDS)
                _keepers.remove((home, keeper))

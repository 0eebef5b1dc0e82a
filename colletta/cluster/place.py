"""Where a cluster lives: its data, socket, locks and passwords."""

import hashlib
import os
import secrets
import shutil
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from colletta.cluster.errors import HomeUnusable
from colletta.cluster.home import make_writable_home

_STATE = Path("/var/lib/colletta")
_SHORT = Path("/tmp")  # noqa: S108 - make_private_folder() refuses what is not ours
# sun_path holds 107 bytes and a zero; the socket is called .s.PGSQL.5432
_LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432")


@dataclass(frozen=True)
class Place:
    """All paths of one cluster below one home folder."""

    home: Path

    @property
    def folder(self) -> Path:
        return self.home / "postgres"

    @property
    def passwords(self) -> Path:
        return self.folder / "passwords"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def start_lock(self) -> Path:
        return self.folder / "start.lock"

    @property
    def users_lock(self) -> Path:
        return self.folder / "users.lock"

    @property
    def leaving_lock(self) -> Path:
        return self.folder / "leaving.lock"

    @property
    def server_lock(self) -> Path:
        return self.folder / "server.lock"

    @property
    def storage(self) -> Path:
        """Where the data is: here, or in a state folder another user can reach."""
        try:
            return Path((self.folder / "elsewhere").read_text(encoding="utf-8").strip())
        except FileNotFoundError:
            return self.folder

    @property
    def data(self) -> Path:
        return self.storage / "data"

    @property
    def socket(self) -> Path:
        near = self.storage / "socket"
        if len(os.fsencode(near)) <= _LONGEST_SOCKET_FOLDER:
            return near
        key = hashlib.sha256(os.fsencode(near)).hexdigest()[:16]
        return _SHORT / f"colletta-{os.geteuid()}-{key}"

    def clear_socket(self) -> None:
        """Leaves nothing in /tmp."""
        if self.socket.parent == _SHORT:
            with suppress(OSError):
                self.socket.rmdir()

    def remove(self) -> None:
        """Leaves nothing of the cluster, wherever its data is. Nobody may be using it."""
        storage = self.storage
        self.clear_socket()
        if storage != self.folder and storage.exists():
            shutil.rmtree(storage)
        shutil.rmtree(self.folder)

    def prepare(self) -> None:
        """Makes the folder. Raises HomeUnusable with the cure."""
        make_writable_home(self.home)
        self.folder.mkdir(mode=0o700, exist_ok=True)

    def move_elsewhere(self) -> None:
        """Chooses a state folder that an unprivileged user can pass through."""
        target = _STATE / secrets.token_hex(6)
        for folder in (_STATE, target):
            if not folder.exists():
                folder.mkdir(parents=True)
                # Open to pass through, for the user PostgreSQL runs as; closed to look around.
                folder.chmod(0o711)
        unfinished = self.folder / "elsewhere.new"
        unfinished.write_text(f"{target}\n", encoding="utf-8")
        unfinished.rename(self.folder / "elsewhere")


def make_private_folder(folder: Path, *, owner: tuple[int, int]) -> None:
    """Makes a folder only its owner can enter.

    Raises HomeUnusable when somebody else's stands there: a short socket path is in /tmp.
    """
    try:
        folder.mkdir(mode=0o700)
        if owner[0] != os.geteuid():
            os.chown(folder, *owner)
    except FileExistsError:
        pass
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner[0]:
        raise HomeUnusable(
            f"{folder} belongs to somebody else. Remove it, or choose another COLLETTA_HOME."
        )
    if stat.S_IMODE(found.st_mode) != 0o700:
        folder.chmod(0o700)

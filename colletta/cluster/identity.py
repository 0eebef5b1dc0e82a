"""Who runs PostgreSQL: ourselves, or, because it refuses root, somebody else in root's stead."""

import os
import pwd
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from colletta.cluster.child import start_child
from colletta.cluster.errors import ClusterError

_OVERFLOW_USER = 65534


@dataclass(frozen=True)
class Identity:
    """`arguments` are for launch.py; `owner` is who owns the files, seen from outside."""

    arguments: tuple[str, ...]
    owner: tuple[int, int]

    @property
    def is_other_user(self) -> bool:
        return self.owner[0] != os.geteuid()

    def can_run(self, program: Path) -> bool:
        """Tried for real."""
        return self._succeeds(program, "--version")

    def can_write(self, folder: Path) -> bool:
        """Tried for real: the way there must be open too."""
        return self._succeeds("/bin/sh", "-c", 'test -w "$0" && test -x "$0"', folder)

    def _succeeds(self, *command: str | Path) -> bool:
        child = start_child(
            command,
            death_signal=signal.SIGKILL,
            identity=self.arguments,
            folder=Path("/"),
            output=subprocess.DEVNULL,
        )
        return child.wait() == 0


def ourselves() -> Identity:
    return Identity(arguments=(), owner=(os.geteuid(), os.getegid()))


def in_namespace() -> Identity:
    """Root under another number, in a user namespace of its own; all files stay root's."""
    known = {entry.pw_uid for entry in pwd.getpwall()} - {0}
    inside = min(known - {_OVERFLOW_USER}, default=_OVERFLOW_USER)
    return Identity(arguments=("--namespace", str(inside)), owner=(os.geteuid(), os.getegid()))


def owner_of(folder: Path) -> Identity:
    found = folder.stat()
    return _user(found.st_uid, found.st_gid)


def unprivileged_user() -> Identity:
    """A system user made for this kind of work, else nobody."""
    for name in ("colletta", "postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return _user(entry.pw_uid, entry.pw_gid)
    raise ClusterError(
        "PostgreSQL refuses to run as root, and there is no other user to run it as. "
        "Create one: useradd --system colletta."
    )


def _user(user: int, group: int) -> Identity:
    return Identity(arguments=("--user", f"{user}:{group}"), owner=(user, group))

"""Advisory file locks: the kernel lets go of them when a process dies, however it dies."""

import fcntl
import os
from pathlib import Path
from typing import Self

from colletta.cluster.errors import HomeUnusable


class FileLock:
    """One holder of one lock file; two objects on the same file exclude each other."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self, *, shared: bool = False) -> None:
        """Waits until the lock is ours."""
        self._lock(fcntl.LOCK_SH if shared else fcntl.LOCK_EX)

    def try_acquire(self, *, shared: bool = False) -> bool:
        """Takes the lock if nobody stands in the way; False, at once, if somebody does."""
        try:
            self._lock((fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *exception: object) -> None:
        self.release()

    def _lock(self, operation: int) -> None:
        try:
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except PermissionError as fault:
            raise HomeUnusable(
                f"{self.path} belongs to another user. Run this as the user who started Colletta "
                "here first, or set COLLETTA_HOME to another folder."
            ) from fault
        try:
            fcntl.flock(descriptor, operation)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor


def is_free(path: Path) -> bool:
    """True when nobody holds the lock at this moment."""
    lock = FileLock(path)
    if not lock.try_acquire():
        return False
    lock.release()
    return True


def is_shared(path: Path) -> bool:
    """True when somebody holds the lock together with others, not alone."""
    lock = FileLock(path)
    if lock.try_acquire():
        lock.release()
        return False
    if not lock.try_acquire(shared=True):
        return False
    lock.release()
    return True

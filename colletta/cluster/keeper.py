"""The process that owns the server: it ends when nobody uses the database any more.

    python -m colletta.cluster.keeper HOME [--forgetful]

Whoever uses the cluster holds a shared lock, which the kernel releases however that process ends.
The keeper stops the server once it can have the lock alone. It starts PostgreSQL as its direct
child, and again after a crash. On standard output it says "ready", or why not.
"""

import argparse
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType

from colletta.cluster.binaries import find_binaries
from colletta.cluster.errors import ClusterError
from colletta.cluster.host import Host, choose_host
from colletta.cluster.initialise import initialise
from colletta.cluster.locks import FileLock
from colletta.cluster.place import Place
from colletta.cluster.postmaster import READY, Postmaster

_PAUSE = 0.03  # seconds between two looks
_PATIENCE = 5  # crashes in a row
_CALM = 60.0  # seconds without a crash after which the count starts again


def main() -> int:
    os.umask(0o077)
    wish = _read_arguments()
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, _leave)
    place = Place(wish.home)
    # Both locks are held until the process is gone: whoever waits for them then finds nothing of
    # it. The kernel closes files in the order of their opening, so newcomers, who wait for the
    # second, find the first one free.
    server_lock = FileLock(place.server_lock)
    server_lock.acquire()
    users = FileLock(place.users_lock)
    postmaster = None
    try:
        postmaster = Postmaster(_prepare(place, wish))
        postmaster.start()
        _say(READY)
        _detach_output()
        return _keep(postmaster, users)
    except (ClusterError, OSError) as fault:
        _say(str(fault))
        return 1
    finally:
        _finish(place, postmaster)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--binaries")
    parser.add_argument("--forgetful", action="store_true")
    return parser.parse_args()


def _prepare(place: Place, wish: argparse.Namespace) -> Host:
    host = choose_host(place, find_binaries(wish.binaries), durable=not wish.forgetful)
    if not place.data.exists():
        initialise(host)
    return host


def _say(line: str) -> None:
    """Whoever started us may be gone already; nobody uses the server then, and it stops."""
    with suppress(BrokenPipeError):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _keep(postmaster: Postmaster, users: FileLock) -> int:
    crashes, last_crash = 0, 0.0
    while not users.try_acquire():
        if postmaster.has_ended():
            now = time.monotonic()
            crashes = 1 if now - last_crash > _CALM else crashes + 1
            last_crash = now
            if crashes > _PATIENCE:
                return 1
            time.sleep(0.1 * 2 ** (crashes - 1))
            _start_again(postmaster)
        time.sleep(_PAUSE)
    return 0


def _start_again(postmaster: Postmaster) -> None:
    try:
        postmaster.start()
    except ClusterError as fault:
        with postmaster.host.place.log.open("a") as log:
            log.write(f"{fault}\n")


def _finish(place: Place, postmaster: Postmaster | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if postmaster is not None:
        postmaster.stop()
    place.clear_socket()


def _detach_output() -> None:
    """The starter's pipe and terminal are not ours to keep open."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main())

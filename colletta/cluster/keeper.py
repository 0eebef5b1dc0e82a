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
from pathlib import Path
from types import FrameType

from colletta.cluster.binaries import find_binaries
from colletta.cluster.errors import ClusterError
from colletta.cluster.host import choose_host
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
    server_lock = FileLock(place.server_lock)
    server_lock.acquire()
    users = FileLock(place.users_lock)
    try:
        host = choose_host(place, find_binaries(wish.binaries), durable=not wish.forgetful)
        if not place.data.exists():
            initialise(host)
        postmaster = Postmaster(host)
        postmaster.start()
    except (ClusterError, OSError) as fault:
        print(fault, flush=True)
        return 1
    print(READY, flush=True)
    _detach_output()
    try:
        return _keep(postmaster, users)
    finally:
        _finish(postmaster)
        # First the lock that says "a server is there", then the one newcomers wait for.
        server_lock.release()
        users.release()


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--binaries")
    parser.add_argument("--forgetful", action="store_true")
    return parser.parse_args()


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


def _finish(postmaster: Postmaster) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    postmaster.stop()
    socket = postmaster.host.place.socket
    if socket.parent == Path("/tmp"):
        socket.rmdir()


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

"""Runs one program in a session of its own that does not outlive its parent.

    python -I -S launch.py --parent PID --signal N [--namespace UID | --user UID:GID] PROGRAM …

A file run by its path, with the standard library only: it replaces itself by the program within
milliseconds, so the program is the direct child of whoever started this. Its own session keeps a
signal to the parent's process group away from it; the parent-death signal (Linux) ends it when
the parent is killed outright.
"""

import argparse
import ctypes
import os
import signal
import sys
from pathlib import Path

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_CLONE_NEWUSER = 0x10000000  # linux/sched.h


def main() -> None:
    wish = _read_arguments()
    os.setsid()
    if wish.namespace is not None:
        _enter_user_namespace(wish.namespace)
    elif wish.user is not None:
        _become(*(int(part) for part in wish.user.split(":")))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    # After the change of identity, because that clears the death signal.
    _end_with(wish.parent, wish.signal)
    os.execv(wish.program[0], wish.program)  # noqa: S606 - no shell is meant


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--signal", type=int, required=True)
    parser.add_argument("--namespace", type=int)
    parser.add_argument("--user")
    parser.add_argument("program", nargs=argparse.REMAINDER)
    return parser.parse_args()


def _enter_user_namespace(user: int) -> None:
    """Root outside, an ordinary user inside: PostgreSQL refuses to run as root."""
    outside_user, outside_group = os.geteuid(), os.getegid()
    if _libc().unshare(_CLONE_NEWUSER) != 0:
        sys.exit(f"user namespaces are not allowed: {os.strerror(ctypes.get_errno())}")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {outside_user} 1")
    Path("/proc/self/gid_map").write_text(f"{user} {outside_group} 1")


def _become(user: int, group: int) -> None:
    os.setgroups([])
    os.setgid(group)
    os.setuid(user)


def _end_with(parent: int, number: int) -> None:
    if not sys.platform.startswith("linux"):
        return
    _libc().prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit("the parent is gone already")


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


if __name__ == "__main__":
    main()

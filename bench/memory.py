"""What the programs of a site hold in memory, read from /proc."""

from collections.abc import Iterator, Mapping
from pathlib import Path

PROC = Path("/proc")


def memory_of(home: Path) -> dict[str, float]:
    """Server, worker and database with their children, in MB.

    It is the proportional set size: a shared page is divided among those who share it.
    """
    parents = dict(_parents())
    heads = {entry: name for entry in parents if (name := _program(entry, str(home)))}
    found = {"server": 0.0, "worker": 0.0, "database": 0.0}
    for entry in parents:
        if name := _belongs_to(entry, heads, parents):
            found[name] += _proportional(entry) / 1024
    return {name: round(megabytes, 1) for name, megabytes in found.items()}


def _parents() -> Iterator[tuple[int, int]]:
    for entry in PROC.glob("[0-9]*"):
        try:
            after_the_name = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        yield int(entry.name), int(after_the_name[1])


def _program(entry: int, home: str) -> str:
    """The program whose first process this is. A backend overwrites its surroundings, so the
    database is known by the folder on its postmaster's command line."""
    try:
        words = (PROC / str(entry) / "cmdline").read_bytes().decode(errors="replace")
        told = (PROC / str(entry) / "environ").read_bytes()
    except OSError:
        return ""
    if words.split("\0")[0].endswith("postgres") and home in words:
        return "database"
    if f"COLLETTA_HOME={home}\0".encode() not in told:
        return ""
    named = {"\0granian\0": "server", "\0colletta\0worker\0": "worker"}
    return next((name for word, name in named.items() if word in words), "")


def _belongs_to(entry: int, heads: Mapping[int, str], parents: Mapping[int, int]) -> str:
    """The program that an ancestor began, if any."""
    while entry and entry not in heads:
        entry = parents.get(entry, 0)
    return heads.get(entry, "")


def _proportional(entry: int) -> int:
    """Kilobytes (proc(5), smaps_rollup); none for a process that has ended."""
    try:
        lines = (PROC / str(entry) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)

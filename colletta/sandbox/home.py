"""The company's folder: its record, its key, and the lock that lets one process in."""

import fcntl
import os
import secrets
from pathlib import Path
from typing import IO


class HomeIsTaken(Exception):
    """Another process runs in this folder."""


class Home:
    """Files below one folder, which is made when it is missing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.record = folder / "record.sqlite"
        self.key_file = folder / "key"
        self._port_file = folder / "port"
        self._lock_file = folder / "lock"

    def lock(self) -> IO[str]:
        """Holds the folder until the process ends, however it ends. Raises HomeIsTaken."""
        lock = self._lock_file.open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            raise HomeIsTaken(f"{self._lock_file.parent} is in use by another process.") from fault
        return lock

    def key(self) -> str:
        """The key of the interface, made the first time; only the owner reads its file."""
        if not self.key_file.exists():
            _write(self.key_file, f"sk_test_{secrets.token_hex(24)}\n")
        return self.key_file.read_text(encoding="ascii").strip()

    def last_port(self) -> int:
        """The port of last time, so that old addresses go on working; 0 the first time."""
        try:
            return int(self._port_file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0

    def remember_port(self, port: int) -> None:
        """Next time, this is the port of last time."""
        _write(self._port_file, f"{port}\n")


def _write(path: Path, text: str) -> None:
    """All of the text or nothing, whenever the process dies."""
    beside = path.with_suffix(".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)

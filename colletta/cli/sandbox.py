"""The stand-in payment company of a demonstration: its folder, and how our programs find it."""

import fcntl
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

_SAID = "said"
_SECRET = "secret"  # noqa: S105 - the name of a file


def sandbox_folder(home: Path) -> Path:
    """Its folder, with a secret to sign notices with that only we can read."""
    folder = home / "sandbox"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    secret = folder / _SECRET
    if not secret.exists():
        fresh = folder / f"{_SECRET}.{os.getpid()}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(f"{secrets.token_hex(32)}\n")
        fresh.replace(secret)
    return folder


def secret_of(folder: Path) -> Path:
    """The file of its secret."""
    return folder / _SECRET


def output_of(folder: Path) -> Path:
    """The file of what it says; its first line is where it answers."""
    return folder / _SAID


def surroundings(folder: Path) -> Mapping[str, str]:
    """What our programs are told of it; empty while it has not said where it answers."""
    try:
        said = json.loads(output_of(folder).read_text().splitlines()[0])
        key = Path(said["key_file"]).read_text().strip()
    except (OSError, ValueError, IndexError, KeyError, TypeError):
        return {}
    return {
        "COLLETTA_SANDBOX_URL": said["url"],
        "COLLETTA_SANDBOX_ACCOUNT": said["account"],
        "COLLETTA_SANDBOX_KEY": key,
        "COLLETTA_SANDBOX_SECRETS": secret_of(folder).read_text().strip(),
    }


def running_sandbox(home: Path) -> Mapping[str, str]:
    """What a command is told of the sandbox of a demonstration that runs; empty without one.

    Whoever configures a sandbox in the environment has chosen already.
    """
    folder = home / "sandbox"
    if "COLLETTA_SANDBOX_URL" in os.environ or not _is_held(folder / "lock"):
        return {}
    return surroundings(folder)


def _is_held(lock: Path) -> bool:
    """Whether a living sandbox holds its folder."""
    try:
        with lock.open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False

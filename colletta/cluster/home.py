"""The folder that holds all state of one installation."""

import os
import secrets
from pathlib import Path

from colletta.cluster.errors import HomeUnusable

_CHECKOUT = Path(__file__).resolve().parents[2]


def default_home() -> Path:
    """COLLETTA_HOME, else `var/` in a checkout, else `var/` below the working folder."""
    if named := os.environ.get("COLLETTA_HOME"):
        return Path(named).expanduser().absolute()
    if (_CHECKOUT / "pyproject.toml").exists():
        return _CHECKOUT / "var"
    return Path.cwd() / "var"


def make_writable_home(home: Path) -> None:
    """Tried for real. Raises HomeUnusable with the cure."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        trial = home / f".trial-{secrets.token_hex(4)}"
        trial.touch()
        trial.unlink()
    except OSError as fault:
        raise HomeUnusable(
            f"Colletta cannot write to its home folder {home} ({fault.strerror}). "
            "Make it writable for this user, or set COLLETTA_HOME to another folder."
        ) from fault

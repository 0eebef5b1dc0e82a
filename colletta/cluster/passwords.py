"""One password a role, made once, in a file of libpq's format that only we can read."""

import os
import secrets
from pathlib import Path

SUPERUSER = "postgres"
OWNER = "colletta_owner"
APPLICATION = "colletta_app"
ROLES = (SUPERUSER, OWNER, APPLICATION)


def make_passwords(path: Path) -> dict[str, str]:
    """Writes new passwords; usable as PGPASSFILE. The rename makes it whole or absent."""
    passwords = {role: secrets.token_urlsafe(24) for role in ROLES}
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.writelines(f"*:*:*:{role}:{password}\n" for role, password in passwords.items())
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    return passwords


def read_passwords(path: Path) -> dict[str, str]:
    """Role to password. Raises FileNotFoundError when the cluster was never made."""
    lines = path.read_text(encoding="ascii").splitlines()
    fields = [line.split(":") for line in lines if line]
    return {field[3]: field[4] for field in fields}

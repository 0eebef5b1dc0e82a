"""Copies of everything that a site keeps, and their way back."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from colletta.cli.faults import Refused
from colletta.cluster.binaries import find_binaries
from colletta.installation import settings_path

_WHOLE = ["--no-owner", "--no-privileges"]  # migrating gives the application its rights again
_ANY_TABLE = "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')"


def back_up(*, owner: str, home: Path, folder: Path) -> Path:
    """A new folder below `folder`, for us alone, holds database, pictures and secrets.

    The database is read at one instant; pictures are copied after it and never change, so that
    the copy has every picture that its rows name. Raises Refused when a program fails.
    """
    copy = folder / time.strftime("colletta-%Y-%m-%dT%H%M%SZ", time.gmtime())
    unfinished = copy.with_name(f".{copy.name}")
    folder.mkdir(parents=True, exist_ok=True)
    unfinished.mkdir(mode=0o700)
    _run("pg_dump", owner, [*_WHOLE, "--format=custom", f"--file={unfinished / 'database'}"])
    if (home / "media").is_dir():
        shutil.copytree(home / "media", unfinished / "media")
    for secret in (settings_path(home), home / "secret-key"):
        if secret.is_file():
            shutil.copy(secret, unfinished / secret.name)
    return unfinished.rename(copy)


def restore(*, owner: str, home: Path, copy: Path) -> None:
    """Database and pictures are those of the copy. Raises Refused where there are tables already.

    Secrets stay in the copy: whoever sets up another machine chooses which to take.
    """
    with psycopg.connect(owner) as connection:
        if connection.execute(_ANY_TABLE).fetchone() == (True,):
            raise Refused("This database has tables already. Bring a copy back into an empty one.")
    _run(
        "pg_restore", owner, [*_WHOLE, "--single-transaction", "--exit-on-error", "--dbname="], copy
    )
    if (copy / "media").is_dir():
        shutil.copytree(copy / "media", home / "media", dirs_exist_ok=True)


def _run(name: str, address: str, options: list[str], copy: Path | None = None) -> None:
    """The password goes by the environment: a command line is there for all to read."""
    parts = {key: str(value) for key, value in conninfo_to_dict(address).items() if value}
    password = parts.pop("password", "")
    where = psycopg.conninfo.make_conninfo("", **parts)
    target = [f"{options.pop()}{where}", str(copy / "database")] if copy else [f"--dbname={where}"]
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program
        [find_binaries().folder / name, *options, *target],
        env={**os.environ, "PGPASSWORD": password},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Refused(f"{name} failed:\n{done.stderr.strip()}")

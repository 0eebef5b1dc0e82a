"""Makes a new cluster under another name and renames it when it is whole."""

import os
import shutil
import signal
import tempfile
from collections.abc import Sequence
from pathlib import Path

from colletta.cluster.child import start_child
from colletta.cluster.configuration import DEFAULTS, locale_arguments
from colletta.cluster.errors import DatabaseUnavailable
from colletta.cluster.host import Host
from colletta.cluster.passwords import APPLICATION, OWNER, SUPERUSER, make_passwords
from colletta.cluster.place import make_private_folder

# Databases are cloned from template1, so what is granted there holds in each of them.
_ROLES = f"""
CREATE ROLE {OWNER} LOGIN PASSWORD '%(owner)s';
CREATE ROLE {APPLICATION} LOGIN PASSWORD '%(application)s';
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER}
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APPLICATION};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} GRANT USAGE, SELECT ON SEQUENCES TO {APPLICATION};
"""
_DATABASE = f"CREATE DATABASE colletta OWNER {OWNER};\n"


def initialise(host: Host) -> None:
    """The data folder appears whole, with roles and the database `colletta`, or not at all."""
    unfinished = host.place.data.with_name("data.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    make_private_folder(unfinished, owner=host.identity.owner)
    passwords = make_passwords(host.place.passwords)
    _run_initdb(host, unfinished, passwords[SUPERUSER])
    with (unfinished / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write(DEFAULTS)
    roles = _ROLES % {"owner": passwords[OWNER], "application": passwords[APPLICATION]}
    _run_single(host, unfinished, roles)
    _run_single(host, unfinished, _DATABASE)
    unfinished.rename(host.place.data)
    _sync_folder(host.place.data.parent)


def _run_initdb(host: Host, data: Path, password: str) -> None:
    arguments = [
        *("--pgdata", str(data), "--username", SUPERUSER, "--encoding", "UTF8"),
        *("--auth", "scram-sha-256", "--pwfile", "/dev/stdin", "--data-checksums"),
        *("--text-search-config", "simple", "--no-instructions"),
        *locale_arguments(host.binaries.version()),
        *(() if host.durable else ("--no-sync",)),
    ]
    _run(host, [host.binaries.initdb, *arguments], f"{password}\n")


def _run_single(host: Host, data: Path, statements: str) -> None:
    """Single-user mode: no server, no password, and the first error ends it."""
    one_a_line = "\n".join(part.replace("\n", " ") + ";" for part in statements.split(";")[:-1])
    options = ["-c", "exit_on_error=true", *(() if host.durable else ("-c", "fsync=off"))]
    command = [host.binaries.postgres, "--single", "-D", data, *options, "template1"]
    _run(host, command, one_a_line + "\n")


def _run(host: Host, command: Sequence[str | Path], text: str) -> None:
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as said:
        told.write(text.encode())
        told.seek(0)
        os.fchown(told.fileno(), *host.identity.owner)  # initdb opens it again, as /dev/stdin
        child = start_child(
            command,
            death_signal=signal.SIGKILL,
            identity=host.identity.arguments,
            environment=clean_environment(),
            folder=Path("/"),
            stdin=told,
            output=said,
        )
        child.wait()
        said.seek(0)
        answer = said.read().decode(errors="replace").strip()
    if child.returncode != 0:
        name = Path(command[0]).name
        raise DatabaseUnavailable(f"The database could not be made; {name} said:\n{answer}")


def clean_environment() -> dict[str, str]:
    """Neither the caller's locale nor its PG variables decide how a cluster is made."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

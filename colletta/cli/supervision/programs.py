"""The programs of a site, as the supervisor starts them."""

import sys
from pathlib import Path

from colletta.cli.sandbox import output_of, secret_of
from colletta.cli.supervision.port import HOST, last_port_or_free
from colletta.cli.supervision.program import Program

# A worker process answers this many requests at once. The pool holds as many connections, or a
# request would wait for one and fail.
_THREADS = 4
_WORKERS = 2
_GRACE = 5  # seconds for the requests that are being answered


def sandbox(folder: Path, *, site_port: int) -> Program:
    """On the port of last time, so that its addresses, and what the others know, stay true."""
    notify = f"http://{HOST}:{site_port}/notices/sandbox/"
    options = ["--home", str(folder), "--secret", str(secret_of(folder)), "--notify", notify]
    port = str(last_port_or_free(folder / "port"))
    return Program(
        name="sandbox",
        command=[sys.executable, "-m", "colletta.sandbox", *options, "--port", port],
        output=output_of(folder),
        patience=5.0,
    )


def server(port: int, **environment: str) -> Program:
    options = [
        *("--interface", "wsgi", "--http", "1", "--no-ws", "--host", HOST, "--port", str(port)),
        *("--workers", str(_WORKERS), "--blocking-threads", str(_THREADS)),
        *("--workers-kill-timeout", str(_GRACE), "--respawn-failed-workers"),
        *("--log-level", "warning"),
    ]
    return Program(
        name="server",
        command=[sys.executable, "-m", "granian", *options, "colletta.config.wsgi:application"],
        environment={"PORT": str(port), "COLLETTA_DATABASE_POOL": str(_THREADS), **environment},
    )


def worker(**environment: str) -> Program:
    return Program(
        name="worker",
        command=[sys.executable, "-m", "colletta", "worker"],
        environment=environment,
    )

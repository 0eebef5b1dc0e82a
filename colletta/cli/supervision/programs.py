"""The programs of a site, as the supervisor starts them."""

import sys
from pathlib import Path

from colletta.cli.sandbox import output_of, secret_of
from colletta.cli.supervision.port import HOST, last_port_or_free
from colletta.cli.supervision.program import Program
from colletta.installation.values import number, server_threads, server_workers

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


def server(port: int, *, host: str = HOST, **environment: str) -> Program:
    """The pool holds a connection for each thread, or a request would wait for one and fail."""
    threads = server_threads()
    pool = number("COLLETTA_DATABASE_POOL", 0) or threads
    options = [
        *("--interface", "wsgi", "--http", "1", "--no-ws", "--host", host, "--port", str(port)),
        *("--workers", str(server_workers()), "--blocking-threads", str(threads)),
        *("--workers-kill-timeout", str(_GRACE), "--respawn-failed-workers"),
        *("--log-level", "warning"),
    ]
    return Program(
        name="server",
        command=[sys.executable, "-m", "granian", *options, "colletta.config.wsgi:application"],
        environment={"PORT": str(port), "COLLETTA_DATABASE_POOL": str(pool), **environment},
    )


def worker(**environment: str) -> Program:
    return Program(
        name="worker",
        command=[sys.executable, "-m", "colletta", "worker"],
        environment=environment,
    )


def examination() -> Program:
    """The doctor, who tells what keeps a server from starting."""
    return Program(
        name="doctor",
        command=[sys.executable, "-m", "colletta", "doctor", "--before", "serve"],
    )

"""The programs of a site, as the supervisor starts them."""

import sys

from colletta.cli.supervision.port import HOST
from colletta.cli.supervision.program import Program

# A worker process answers this many requests at once. The pool holds as many connections, or a
# request would wait for one and fail.
_THREADS = 4
_WORKERS = 2
_GRACE = 5  # seconds for the requests that are being answered


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

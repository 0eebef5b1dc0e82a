"""The most that the server can do: a bare WSGI callable that sends as many bytes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from bench.page import is_there
from bench.site import CHECKOUT, Site, free_port

BODY = b"x" * int(os.environ.get("BENCH_BYTES", "0"))
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(BODY)))]


def application(environment: dict[str, Any], begin: Callable[..., Any]) -> Iterable[bytes]:
    """Nothing can be less work for the same bytes."""
    begin("200 OK", HEADERS)
    return [BODY]


@contextmanager
def bare_server(*, body: bytes, port_of: Site) -> Iterator[str]:
    """Inside, the same server with the same options sends so many bytes; its address."""
    port = free_port()
    options = [  # those of colletta/cli/supervision/programs.py
        *("--interface", "wsgi", "--http", "1", "--no-ws", "--host", "127.0.0.1"),
        *("--port", str(port), "--workers", "2", "--blocking-threads", "4"),
        *("--log-level", "warning"),
    ]
    server = subprocess.Popen(
        [sys.executable, "-m", "granian", *options, "bench.ceiling:application"],
        cwd=CHECKOUT,
        env={**port_of.environment, "BENCH_BYTES": str(len(body))},
        start_new_session=True,
    )
    url = f"http://127.0.0.1:{port}/"
    try:
        while not is_there(url) and server.poll() is None:
            time.sleep(0.05)
        yield url
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)

"""A real server that knows the running company, and what tests post to it."""

import http.client
import os
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.running_site import (
    Site,
    command,
    free_port,
    running_site,
    surroundings,
    wait_until_it_answers,
)
from tests.database import Database
from tests.payments.company import SECRET, Company

PATH = "/notices/sandbox/"


@contextmanager
def site_with(
    company: Company, database: Database, home: Path, patch: pytest.MonkeyPatch, *, port: int = 0
) -> Iterator[Site]:
    """The application server, configured with the company as an operator would."""
    _configure(company, patch)
    with running_site(database, home, port=port) as site:
        yield site


@contextmanager
def site_to_kill(
    company: Company, database: Database, home: Path, patch: pytest.MonkeyPatch
) -> Iterator[tuple[Site, int]]:
    """The same in a process group of its own, whose number comes with it; killed at the end."""
    _configure(company, patch)
    port = free_port()
    site = Site(f"http://127.0.0.1:{port}", database, home, home / f"server-{port}.log")
    with site.log.open("w") as log:
        server = subprocess.Popen(
            command(port), env=surroundings(site), stdout=log, stderr=log, start_new_session=True
        )
    try:
        wait_until_it_answers(site, server)
        yield site, server.pid
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _configure(company: Company, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("COLLETTA_SANDBOX_URL", company.url)
    patch.setenv("COLLETTA_SANDBOX_ACCOUNT", company.account)
    patch.setenv("COLLETTA_SANDBOX_KEY", company.key)
    patch.setenv("COLLETTA_SANDBOX_SECRETS", SECRET)


def post(
    site: Site, headers: Mapping[str, str], body: bytes, *, path: str = PATH, method: str = "POST"
) -> http.client.HTTPResponse:
    """One request; the answer with its body read."""
    line = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=30)
    try:
        line.request(method, path, body, dict(headers))
        answer = line.getresponse()
        answer.read()
        return answer
    finally:
        line.close()


def post_raw(site: Site, lines: Sequence[bytes], body: bytes) -> int:
    """A request with header lines that no client would write; its status, 0 when hung up on."""
    where = urlsplit(site.url)
    head = [f"POST {PATH} HTTP/1.1".encode(), f"Host: {where.netloc}".encode(), *lines]
    length = f"Content-Length: {len(body)}".encode()
    request = b"\r\n".join([*head, length, b"Connection: close", b"", body])
    with socket.create_connection((where.hostname or "", where.port or 80), timeout=60) as line:
        try:
            line.sendall(request)
            answer = line.recv(100)
        except ConnectionError:
            return 0
    return int(answer.split()[1]) if answer else 0

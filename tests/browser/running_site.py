"""A real server for browser tests: the application server on a free loopback port."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tests.database import Database
from tests.payments.company import SECRET, Company, running_company

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


class SiteDidNotStart(Exception):
    """The server gave up, or did not answer in time; the message ends with what it said."""


@dataclass(frozen=True)
class Site:
    """Where a running site answers, and the database it works on."""

    url: str
    database: Database
    home: Path
    log: Path


@contextmanager
def running_site(
    database: Database, home: Path, *, port: int | None = None, **more: str
) -> Iterator[Site]:
    """Serves `database` with pictures and static files of `home` until the block ends.

    `more` is added to the server's environment.
    """
    port = port or free_port()
    site = Site(f"http://127.0.0.1:{port}", database, home, home / f"server-{port}.log")
    with site.log.open("w") as log:
        server = subprocess.Popen(
            command(port), cwd=ROOT, env=surroundings(site) | more, stdout=log, stderr=log
        )
    try:
        wait_until_it_answers(site, server)
        yield site
    finally:
        server.terminate()
        try:
            server.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@contextmanager
def running_site_that_takes_payments(
    database: Database, home: Path
) -> Iterator[tuple[Site, Company]]:
    """The same, with a payment company of its own that knows where to send its notices."""
    port = free_port()
    notify = f"http://127.0.0.1:{port}/notices/sandbox/"
    with running_company(home / f"company-{port}", "--notify", notify) as company:
        terms = {
            "COLLETTA_SANDBOX_URL": company.url,
            "COLLETTA_SANDBOX_ACCOUNT": company.account,
            "COLLETTA_SANDBOX_KEY": company.key,
            "COLLETTA_SANDBOX_SECRETS": SECRET,
        }
        with running_site(database, home, port=port, **terms) as site:
            yield site, company


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(port: int) -> list[str]:
    """The application server, with as many threads as the pool has connections."""
    serve = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"]
    where = ["--host", "127.0.0.1", "--port", str(port), "--blocking-threads", "4"]
    return [*serve, *where, "colletta.config.wsgi:application"]


def surroundings(site: Site) -> dict[str, str]:
    """The environment of the server and of the commands that prepare it."""
    return site.database.environment() | {
        "COLLETTA_HOME": str(site.home),
        "COLLETTA_SECRET_KEY": str(settings.SECRET_KEY),
        "COLLETTA_URL": site.url,
        "COLLETTA_DATABASE_POOL": "4",
        "COLLETTA_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "colletta.config.settings",
    }


def collect_static_files(home: Path) -> None:
    """The stylesheet, the script and the pictures of the house, hashed as in production."""
    subprocess.run(
        [sys.executable, "-m", "django", "collectstatic", "--noinput", "-v", "0"],
        cwd=ROOT,
        env={
            **os.environ,
            "COLLETTA_HOME": str(home),
            "DJANGO_SETTINGS_MODULE": "colletta.config.settings",
        },
        check=True,
    )


def wait_until_it_answers(site: Site, server: subprocess.Popen[bytes]) -> None:
    """Returns once the site says that it lives; raises SiteDidNotStart otherwise."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(f"{site.url}/health/live", timeout=1).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
        else:
            return
    raise SiteDidNotStart(site.log.read_text()[-4000:])

"""Everything that runs on a real installation, each in a process of its own that may be killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError, connection
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

from colletta.mail.models import Letter
from tests.browser.running_site import Site, command, free_port, wait_until_it_answers
from tests.browser.running_site import surroundings as of_a_site
from tests.cluster.processes import postmaster_of, wait_until
from tests.database import Database
from tests.mail.post_office import PostOffice, open_post_office
from tests.payments.company import ROOT, Company, running_company

QUICK = ("--notice-delay-ms", "50", "--notice-retry-ms", "250", "--late-ms", "2000")
BACK_SECONDS = 60  # the replay of the log on a busy machine


@dataclass
class Scene:
    """What runs. Each kind of program has its log; the ends of all are told when a test fails."""

    database: Database
    company: Company
    post_office: PostOffice
    site: Site
    surroundings: Mapping[str, str]
    log: Path
    _worker: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    kills: list[str] = field(default_factory=list)

    def begin(self, *words: str) -> subprocess.Popen[bytes]:
        """A program of ours on this database. Whoever begins it waits for its end."""
        with self.log.with_name(f"{words[0]}.log").open("a") as log:
            return subprocess.Popen(
                [sys.executable, "-m", *words],
                cwd=ROOT,
                env=dict(self.surroundings),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def work(self) -> None:
        """A worker runs from now on, as `colletta worker`; one that is gone is replaced."""
        if self._worker is None or self._worker.poll() is not None:
            self._worker = self.begin("colletta", "worker")

    def kill_the_worker(self) -> None:
        """As the machine does when memory is short; the next one begins at once."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.wait()
            self.kills.append("worker")
        self.work()

    def stop_working(self) -> None:
        """No worker runs until the next `work`."""
        if self._worker is not None:
            self._worker.kill()
            self._worker.wait()
            self._worker = None

    def kill_the_database(self, number: signal.Signals) -> None:
        """SIGQUIT is an immediate stop (F102), SIGKILL as if the power went (F107)."""
        with suppress(ProcessLookupError, FileNotFoundError):
            os.kill(postmaster_of(self.database.cluster.place.home), number)
            self.kills.append(f"database by {number.name}")

    def wait_for_the_database(self) -> None:
        """It was started again by its keeper, and replays its log."""
        wait_until(self._answers, seconds=BACK_SECONDS)

    def _answers(self) -> bool:
        self.database.cluster.revive()
        return self.database.answers()

    def look_early(self) -> None:
        """The clock that decides is ahead: sweeps look at payments that are being made."""
        self.database.set_clock("clock_timestamp() + interval '3 minutes'")

    def let_time_pass(self, *, hours: int) -> None:
        """For the platform alone: nobody is on the company's page any more."""
        self.database.set_clock(f"clock_timestamp() + interval '{hours} hours'")

    def sweep_now(self) -> None:
        """The worker is asked for what each minute asks it for, more often."""
        with suppress(DatabaseError, ConnectorException):
            for name in (
                "payments.sweep",
                "history.sweep_deliveries",
                "history.retry_stalled_jobs",
            ):
                with suppress(AlreadyEnqueued):
                    app.configure_task(name).defer(timestamp=0)
        connection.close()

    def wait_until_told(self) -> None:
        """No notice is still to be delivered."""

        def told() -> bool:
            found = self.company.ask("GET", "/control/notices")["items"]
            return not any(notice["pending"] for notice in found)

        wait_until(told, seconds=BACK_SECONDS)

    def wait_for_the_letters(self) -> None:
        """The worker has sent what was written."""
        wait_until(lambda: not Letter.objects.to_send().exists(), seconds=BACK_SECONDS)

    def told(self) -> str:
        """The end of what each of the programs said, without what it only warned of."""
        return "\n".join(f"== {log.stem}\n{_grave(log)}" for log in sorted(self._logs()))

    def _logs(self) -> list[Path]:
        return list(self.log.parent.glob("*.log"))

    def end(self) -> None:
        """Nothing of it runs any more."""
        self.stop_working()


def _grave(log: Path) -> str:
    lines = log.read_text().splitlines()
    noise = (" WARNING ", "Is the server running locally")
    return "\n".join(line for line in lines if not any(one in line for one in noise))[-6000:]


@contextmanager
def running_scene(database: Database, home: Path) -> Iterator[Scene]:
    """Ready when entered: the site answers, the company knows where to tell what happened."""
    port = free_port()
    log = home / "scene.log"
    site = Site(f"http://127.0.0.1:{port}", database, home, log)
    notify = ("--notify", f"{site.url}/notices/sandbox/")
    with running_company(home / "company", *notify, *QUICK) as company, open_post_office() as post:
        environment = of_a_site(site) | company.surroundings() | _of_the_mail(post)
        with log.open("a") as output:
            server = subprocess.Popen(
                command(port), cwd=ROOT, env=environment, stdout=output, stderr=output
            )
        scene = Scene(database, company, post, site, environment, log)
        try:
            wait_until_it_answers(site, server)
            yield scene
        finally:
            scene.end()
            server.terminate()
            server.wait(90)


def _of_the_mail(post: PostOffice) -> dict[str, str]:
    return {
        "COLLETTA_MAIL_HOST": "127.0.0.1",
        "COLLETTA_MAIL_PORT": str(post.server_address[1]),
        "COLLETTA_MAIL_TLS": "0",
    }

"""The worker from the command line."""

import signal
import subprocess
import sys

from procrastinate.contrib.django import app

from tests.cluster.processes import wait_until
from tests.database import Database


def test_it_works_off_the_queue_and_ends_quickly_when_asked(fresh_database: Database) -> None:
    app.configure_task("history.sweep_deliveries").defer(timestamp=0)
    worker = subprocess.Popen(
        [sys.executable, "-m", "colletta", "worker"],
        env=fresh_database.environment(),
        stderr=subprocess.PIPE,
        text=True,
    )
    with fresh_database.connect() as connection:
        connection.autocommit = True
        done = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'succeeded'"
        wait_until(lambda: connection.execute(done).fetchone() != (0,), seconds=30)
    worker.send_signal(signal.SIGTERM)
    _, said = worker.communicate(timeout=30)
    assert worker.returncode == 0, said

"""A worker in a process of its own, for tests that kill it.

    python -m tests.history.worker SECONDS

It reacts to a confirmed pledge by publishing a comment, and lingers for so many seconds before
its transaction ends; it prints "inside" when it does.
"""

import sys
import time

import django
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

django.setup()

from colletta.history.actions.record import record  # noqa: E402 - models need the setup first
from colletta.history.models import Fact  # noqa: E402
from colletta.history.subscriptions import reacts_to  # noqa: E402


@reacts_to("pledge.confirmed")
def publish_a_comment(fact: Fact) -> None:
    record("comment.published", about="comment:1")
    print("inside", flush=True)
    time.sleep(float(sys.argv[1]))


if __name__ == "__main__":
    app.periodic_registry.periodic_tasks.clear()
    with app.replace_connector(DjangoConnector().get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False)

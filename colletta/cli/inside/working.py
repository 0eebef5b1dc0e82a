"""The worker of the queue."""

from django.db import connection
from procrastinate.contrib.django import app, django_connector

from colletta.cli.inside.examining import refuse_unsafe

_GRACE = 5.0  # seconds a job may go on after SIGTERM; one that is cut off is done again


def work(*, concurrency: int) -> None:
    """Works until SIGTERM or SIGINT.

    Raises OperationalError when there is no database, Refused when the doctor finds it unsafe.
    """
    connection.ensure_connection()  # at once, where the worker's pool would try for a while
    refuse_unsafe("worker")
    connection.close()
    # Jobs are deferred on Django's own connection, but a worker listens on one of its own.
    connector = app.connector
    assert isinstance(connector, django_connector.DjangoConnector)
    with app.replace_connector(connector.get_worker_connector()) as working:
        working.run_worker(
            concurrency=concurrency,
            shutdown_graceful_timeout=_GRACE,
            install_signal_handlers=True,
        )

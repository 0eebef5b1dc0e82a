"""Putting a job into the queue, in the transaction at hand."""

from typing import Any

from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager
from procrastinate.tasks import Task, configure_task

# Inside a worker the app's own connector is the worker's, with connections beside Django's: a job
# put there would be seen before what it is about is committed. This one is always Django's.
_on_django_s_connection = JobManager(DjangoConnector())


def defer(task: Task[Any, Any, Any], **arguments: Any) -> None:
    """The job exists when the transaction commits, and not before. `arguments` are JSON."""
    deferrer = configure_task(
        name=task.name,
        job_manager=_on_django_s_connection,
        queue=task.queue,
        priority=task.priority,
        lock=task.lock,
        queueing_lock=task.queueing_lock,
    )
    deferrer.defer(**arguments)

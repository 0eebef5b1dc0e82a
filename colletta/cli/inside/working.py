"""The worker of the queue."""

from django.core.management import call_command

_GRACE = 5  # seconds a job may go on after SIGTERM; one that is cut off is done again


def work(*, concurrency: int) -> None:
    """Works until SIGTERM or SIGINT."""
    call_command(
        "procrastinate",
        "worker",
        f"--concurrency={concurrency}",
        f"--shutdown-graceful-timeout={_GRACE}",
    )

"""What the worker does for people: sessions that are over leave nothing behind."""

from django.core.management import call_command
from procrastinate.contrib.django import app


@app.periodic(cron="17 3 * * *")
@app.task(name="people.forget_sessions", queueing_lock="people.forget_sessions")
def forget_sessions(timestamp: int) -> None:
    """Sessions that ran out are gone from the database."""
    call_command("clearsessions")

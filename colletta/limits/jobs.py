"""What the worker does for limits: forgets what is old, releases brakes after a quiet hour."""

from procrastinate.contrib.django import app

from colletta.history.clock import now
from colletta.limits.actions.release_brake import release_brake
from colletta.limits.models import Attempt, Brake, Code, Count
from colletta.limits.table import KEPT, QUIET


@app.periodic(cron="7 * * * *")
@app.task(name="limits.forget", queueing_lock="limits.forget")
def forget(timestamp: int) -> None:
    """Nothing that was tried is kept longer than the longest window asks for."""
    old = now() - KEPT
    Count.objects.filter(begun_at__lt=old).delete()
    Attempt.objects.filter(at__lt=old).delete()
    Code.objects.filter(expires_at__lt=old).delete()


@app.periodic(cron="* * * * *")
@app.task(name="limits.release_brakes", queueing_lock="limits.release_brakes", priority=10)
def release_brakes(timestamp: int) -> None:
    """A brake that met no refusal for an hour is off."""
    at = now()
    for brake in Brake.objects.filter(released_at=None, last_refusal_at__lt=at - QUIET):
        release_brake(brake_id=brake.pk, at=at, reason="quiet")

"""What the worker does for history. The queue only wakes; the deliveries are the truth."""

from django.db.models import QuerySet
from procrastinate import JobContext
from procrastinate.contrib.django import app

from colletta.history.actions.deliver import deliver
from colletta.history.clock import Now
from colletta.history.models import Delivery

SWEEP_AT_MOST = 500  # deliveries in one sweep; the next one is a minute away
PERIODIC_PRIORITY = 10  # periodic work goes before a backlog
STALLED_AFTER_SECONDS = 60  # without a heartbeat of the worker
KEEP_DONE_HOURS = 3 * 24
KEEP_FAILED_HOURS = 30 * 24


@app.task(name="history.deliver_fact")
def deliver_fact(fact_id: int) -> None:
    """Deliver one fact to everybody who still waits for it."""
    for delivery_id in _due().filter(fact_id=fact_id).values_list("pk", flat=True):
        deliver(delivery_id=delivery_id)


@app.periodic(cron="* * * * *")
@app.task(
    name="history.sweep_deliveries",
    queueing_lock="history.sweep_deliveries",
    priority=PERIODIC_PRIORITY,
)
def sweep_deliveries(timestamp: int) -> None:
    """Deliver what was left: failed reactions that are due again, jobs that were lost."""
    for delivery_id in list(_due().values_list("pk", flat=True)[:SWEEP_AT_MOST]):
        deliver(delivery_id=delivery_id)


@app.periodic(cron="* * * * *")
@app.task(
    name="history.retry_stalled_jobs",
    queueing_lock="history.retry_stalled_jobs",
    priority=PERIODIC_PRIORITY,
    pass_context=True,
)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Put jobs of a worker that died back into the queue. Jobs only wake, so this is safe."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
        await manager.retry_job(job)


@app.periodic(cron="17 3 * * *")
@app.task(
    name="history.remove_old_jobs", queueing_lock="history.remove_old_jobs", pass_context=True
)
async def remove_old_jobs(context: JobContext, timestamp: int) -> None:
    """Clean the queue: done jobs after three days, failed ones after a month."""
    manager = context.app.job_manager
    await manager.delete_old_jobs(KEEP_DONE_HOURS)
    await manager.delete_old_jobs(
        KEEP_FAILED_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )


def _due() -> QuerySet[Delivery]:
    return Delivery.objects.filter(done_at__isnull=True, next_attempt_at__lte=Now()).order_by("pk")

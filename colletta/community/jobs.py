"""What the clock does around campaigns."""

from procrastinate.contrib.django import app

from colletta.community.actions.note_milestones import note_milestones
from colletta.community.actions.publish_updates import publish_updates
from colletta.history.clock import now


@app.periodic(cron="* * * * * */15")
@app.task(
    name="community.note_milestones",
    queueing_lock="community.note_milestones",
    pass_context=False,
)
def note_milestones_again(timestamp: int) -> None:
    """Four times a minute: people look at the time line right after their gift."""
    note_milestones(at=now())


@app.periodic(cron="* * * * *")
@app.task(
    name="community.publish_updates",
    queueing_lock="community.publish_updates",
    pass_context=False,
)
def publish_updates_that_are_due(timestamp: int) -> None:
    """Once a minute: an update is for a minute of a day."""
    publish_updates(at=now())

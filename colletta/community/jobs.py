"""What the clock does around campaigns."""

from procrastinate.contrib.django import app

from colletta.community.actions.note_milestones import note_milestones
from colletta.community.actions.nudge_owners import nudge_owners
from colletta.community.actions.publish_updates import publish_updates
from colletta.community.actions.tell_gifts_of_the_day import tell_gifts_of_the_day
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


@app.periodic(cron="*/10 * * * *")
@app.task(
    name="community.tell_gifts_of_the_day",
    queueing_lock="community.tell_gifts_of_the_day",
    pass_context=False,
)
def tell_gifts_that_came(timestamp: int) -> None:
    """Soon after the hour of notes, or whenever the worker is back."""
    tell_gifts_of_the_day(at=now())


@app.periodic(cron="23 8-17 * * *")
@app.task(name="community.nudge_owners", queueing_lock="community.nudge_owners", pass_context=False)
def nudge_owners_who_are_silent(timestamp: int) -> None:
    """By day: nobody wants to be reminded at night."""
    nudge_owners(at=now())

"""What the worker does for the outbox. The queue only wakes; the letters are the truth."""

from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from colletta.history.clock import now
from colletta.mail.actions.empty_letters import empty_letters
from colletta.mail.actions.gather_letters import gather_letters
from colletta.mail.actions.read_bounces import read_bounces
from colletta.mail.actions.send_letter import send_letter
from colletta.mail.models import Letter

SWEEP_AT_MOST = 200  # letters in one sweep; the next one is a minute away


@app.task(name="mail.send_letter")
def send_letter_soon(letter_id: int) -> None:
    """Send one letter that has just been written."""
    send_letter(letter_id=letter_id)


@app.periodic(cron="* * * * *")
@app.task(name="mail.sweep_letters", queueing_lock="mail.sweep_letters", priority=10)
def sweep_letters(timestamp: int) -> None:
    """Send what was left: letters the server refused for now, letters whose job was lost."""
    due = Letter.objects.to_send().values_list("pk", flat=True)
    for letter_id in list(due[:SWEEP_AT_MOST]):
        send_letter(letter_id=letter_id)


@app.periodic(cron="*/10 * * * *")
@app.task(name="mail.empty_old_letters", queueing_lock="mail.empty_old_letters")
def empty_old_letters(timestamp: int) -> None:
    """Take the words out of letters that nobody needs to read any more."""
    empty_letters(at=now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="mail.gather_letters", queueing_lock="mail.gather_letters")
def gather_letters_of_the_day(timestamp: int) -> None:
    """Soon after the day's hour, or whenever the worker is back; the sweep sends them."""
    gather_letters(at=now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="mail.read_bounces", queueing_lock="mail.read_bounces")
def read_bounces_that_came(timestamp: int) -> None:
    """Where the site has a folder for them."""
    if settings.BOUNCES_FOLDER:
        read_bounces(folder=Path(settings.BOUNCES_FOLDER), at=now())

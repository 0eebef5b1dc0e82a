"""What the clock does for privacy: terms end, letters are forgotten."""

from procrastinate.contrib.django import app

from colletta.history.clock import now
from colletta.privacy.actions.end_terms import end_terms
from colletta.privacy.actions.forget_letters import forget_letters


@app.periodic(cron="41 3 * * *")
@app.task(name="privacy.end_terms", queueing_lock="privacy.end_terms", pass_context=False)
def end_terms_that_are_over(timestamp: int) -> None:
    """Once a night: a term ends with a year."""
    end_terms(at=now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="privacy.forget_letters", queueing_lock="privacy.forget_letters", pass_context=False)
def forget_letters_that_went_out(timestamp: int) -> None:
    """Every five minutes: the last trace of an erased person is the letter that says so."""
    forget_letters(at=now())

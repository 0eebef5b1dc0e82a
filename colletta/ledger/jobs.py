"""What the worker does for the ledger."""

import logging

from procrastinate.contrib.django import app

from colletta.ledger.actions.freeze import freeze
from colletta.ledger.checks import check_books

logger = logging.getLogger(__name__)

PERIODIC_PRIORITY = 20  # before every backlog: a wrong book is known within a minute


@app.periodic(cron="* * * * *")
@app.task(
    name="ledger.check_books_each_minute",
    queueing_lock="ledger.check_books_each_minute",
    priority=PERIODIC_PRIORITY,
)
def check_books_each_minute(timestamp: int) -> None:
    """Money is frozen when an invariant is broken (rule R8); the site goes on.

    One that could not be asked, because a provider does not answer, freezes nothing.
    """
    results = check_books()
    for result in results:
        if result.unanswered:
            logger.warning("could not be asked: %s %s", result.sentence, result.unanswered)
    broken = [result for result in results if result.is_broken]
    for result in broken:
        logger.critical("broken: %s %s", result.sentence, result.breaches)
    if broken:
        freeze(reason=" ".join(result.sentence for result in broken))

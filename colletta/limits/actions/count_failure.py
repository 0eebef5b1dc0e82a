"""A payment was refused: its try weighs more, and many of them set the brake."""

import logging

from django.db import transaction
from django.db.models import Count as Counted
from django.db.models import Q
from django.db.models.functions import Now

from colletta.history.actions.record import record
from colletta.history.clock import now
from colletta.limits.counting import add_plainly
from colletta.limits.models import Attempt, Brake
from colletta.limits.table import BRAKES, REFUSAL_WEIGHS, Limit

log = logging.getLogger(__name__)


@transaction.atomic
def count_failure(*, reference: str) -> None:
    """The refusal is weighed once; where refusals outnumber paid tries the brake is on.

    Tries that were begun and left count for neither side, or a tester of cards could hide their
    refusals among payments that nobody finishes.

    A reference that nobody passed the gate with changes nothing.
    """
    attempt = Attempt.objects.select_for_update().filter(reference=reference).first()
    if attempt is None or attempt.refused_at is not None:
        return
    attempt.refused_at = now()
    attempt.save(update_fields=["refused_at"])
    add_plainly(attempt.buckets, weight=REFUSAL_WEIGHS)
    _brake(attempt.subject, BRAKES["campaign"], Q(subject=attempt.subject))
    _brake("site", BRAKES["site"], Q())


def _brake(subject: str, limit: Limit, whose: Q) -> None:
    since = now() - limit.window
    lately = Attempt.objects.filter(whose, at__gte=since).aggregate(
        all=Counted("pk"),
        refused=Counted("pk", filter=Q(refused_at__isnull=False)),
        paid=Counted("pk", filter=Q(paid_at__isnull=False)),
    )
    on = Brake.objects.filter(subject=subject, released_at=None)
    if on.update(last_refusal_at=Now()):
        return
    if lately["refused"] < limit.most or lately["refused"] <= lately["paid"]:
        return
    _, new = Brake.objects.get_or_create(
        subject=subject, released_at=None, defaults={"refusals": lately["refused"]}
    )
    if new:
        log.critical("The brake is on for %s: %s payments refused", subject, lately["refused"])
        details = {"refused": lately["refused"], "tried": lately["all"]}
        record("brake.set", about=subject if subject != "site" else "site:all", details=details)

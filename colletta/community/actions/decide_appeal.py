"""The desk looks again at what it decided."""

from datetime import datetime

from django.db import transaction

from colletta.community.actions.decide_case import CaseIsDecided, NotYoursToDecide
from colletta.community.hiding import hide, show
from colletta.community.mails import write_appeal_decision
from colletta.community.models import Appeal, Case, Decision
from colletta.community.rights import moderates, others_moderate
from colletta.history.actions.record import record
from colletta.people.models import Person


class SomebodyElseLooksAgain(Exception):
    """Who decided the case leaves the second look to another moderator."""


def decide_appeal(
    *, appeal_id: int, granted: bool, because: str, by: Person, at: datetime
) -> Appeal:
    """Granted, what was hidden is seen again, or what was kept is hidden; both sides are told.

    All appeals of that side are answered at once: they ask for the same. Who decided the case
    answers its appeals only where nobody else could. Raises NotYoursToDecide, CaseIsDecided,
    SomebodyElseLooksAgain, NothingToSuspend (see hiding.py), Appeal.DoesNotExist.
    """
    if not moderates(by):
        raise NotYoursToDecide(f"appeal:{appeal_id} by person:{by.pk}")
    with transaction.atomic():
        case_id = Appeal.objects.values_list("case", flat=True).get(pk=appeal_id)
        case = Case.objects.with_subjects().select_for_update(of=("self",)).get(pk=case_id)
        if case.decided_by_id == by.pk and others_moderate(by):
            raise SomebodyElseLooksAgain(str(case))
        waiting = Appeal.objects.open().filter(case=case)
        if not waiting.filter(pk=appeal_id).exists():
            raise CaseIsDecided(f"appeal:{appeal_id}")
        if granted:
            _turn(case, because, by, at)
        answered = [appeal.pk for appeal in waiting]
        waiting.update(
            decided_at=at, decided_by=by, granted_at=at if granted else None, because=because
        )
        for appeal in Appeal.objects.filter(pk__in=answered).select_related("report"):
            details = {"case": case.pk, "granted": granted}
            record("appeal.decided", about=str(appeal), by=f"person:{by.pk}", details=details)
        appeal = Appeal.objects.get(pk=appeal_id)
        write_appeal_decision(case, appeal)
    return appeal


def _turn(case: Case, because: str, by: Person, at: datetime) -> None:
    if case.decision == Decision.HIDDEN:
        show(case, by=by, at=at)
    else:
        hide(case, by=by, because=because, at=at)

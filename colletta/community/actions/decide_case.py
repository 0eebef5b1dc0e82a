"""The desk decides of what was reported."""

from datetime import datetime

from django.db import transaction

from colletta.community.hiding import hide, show
from colletta.community.mails import write_decision
from colletta.community.models import Case, Decision
from colletta.community.rights import moderates
from colletta.history.actions.record import record
from colletta.people.models import Person


class CaseIsDecided(Exception):
    """Somebody else was quicker."""


class NotYoursToDecide(Exception):
    """Not a moderator of the site."""


def decide_case(
    *, case_id: int, decision: Decision, because: str, by: Person, at: datetime
) -> Case:
    """It is hidden, or everybody sees it; who wrote it and who reported it are told why.

    Raises NotYoursToDecide, CaseIsDecided, NothingToSuspend (see hiding.py), Case.DoesNotExist.
    """
    if not moderates(by):
        raise NotYoursToDecide(f"case:{case_id} by person:{by.pk}")
    with transaction.atomic():
        case = Case.objects.with_subjects().select_for_update(of=("self",)).get(pk=case_id)
        if case.decided_at is not None:
            raise CaseIsDecided(str(case))
        if decision == Decision.HIDDEN:
            hide(case, by=by, because=because, at=at)
        else:
            show(case, by=by, at=at)
        case.decision, case.because = decision, because
        case.decided_at, case.decided_by = at, by
        case.save(update_fields=["decision", "because", "decided_at", "decided_by"])
        write_decision(case)
        details = {"decision": decision.value}
        record("case.decided", about=str(case), by=f"person:{by.pk}", details=details, at=at)
    return case

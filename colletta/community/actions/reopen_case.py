"""The desk looks again by itself at what it decided."""

from datetime import datetime

from django.db import transaction

from colletta.community.actions.decide_case import NotYoursToDecide
from colletta.community.models import Case
from colletta.community.rights import moderates
from colletta.history.actions.record import record
from colletta.people.models import Person


def reopen_case(*, case_id: int, by: Person, at: datetime) -> Case:
    """There is an open case about the same thing; one that is open already is given back.

    Raises NotYoursToDecide, Case.DoesNotExist.
    """
    if not moderates(by):
        raise NotYoursToDecide(f"case:{case_id} by person:{by.pk}")
    with transaction.atomic():
        before = Case.objects.with_subjects().get(pk=case_id)
        subject = {"kind": before.kind, before.kind: getattr(before, before.kind)}
        case, new = Case.objects.get_or_create(
            **subject, decided_at=None, defaults={"opened_at": at}
        )
        if new:
            record("case.reopened", about=str(case), by=f"person:{by.pk}", at=at)
    return case

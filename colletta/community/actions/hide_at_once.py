"""What was reported is out of sight while the desk still looks at it."""

from datetime import datetime

from django.db import transaction

from colletta.community.actions.decide_case import CaseIsDecided, NotYoursToDecide
from colletta.community.hiding import hide
from colletta.community.models import Case
from colletta.community.rights import moderates
from colletta.people.models import Person


def hide_at_once(*, case_id: int, because: str, by: Person, at: datetime) -> Case:
    """Nobody sees it; the case waits for its decision, which may give it back.

    Raises NotYoursToDecide, CaseIsDecided, NothingToSuspend (see hiding.py), Case.DoesNotExist.
    """
    if not moderates(by):
        raise NotYoursToDecide(f"case:{case_id} by person:{by.pk}")
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
        if case.decided_at is not None:
            raise CaseIsDecided(str(case))
        hide(case, by=by, because=because, at=at)
    return case

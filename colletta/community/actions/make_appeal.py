"""Somebody asks the desk to look again at what it decided."""

from datetime import datetime

from django.db import transaction

from colletta.community.appealing import Side, may_appeal
from colletta.community.models import Appeal, Case
from colletta.history.actions.record import record


class NothingToAppeal(Exception):
    """The decision went their way, is not made yet, is too old, or was looked at again already."""


def make_appeal(*, side: Side, text: str, at: datetime) -> Appeal:
    """The desk has the appeal before it. Each side appeals once. Raises NothingToAppeal."""
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=side.case.pk)
        if not may_appeal(Side(case=case, report=side.report), at=at):
            raise NothingToAppeal(str(case))
        appeal = Appeal.objects.create(case=case, report=side.report, text=text, made_at=at)
        record("appeal.made", about=str(appeal), details={"case": case.pk}, at=at)
    return appeal

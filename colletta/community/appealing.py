"""Who may ask the desk to look again, and the signed link at which they do."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.core.signing import BadSignature, Signer

from colletta.community.models import Appeal, Case, Decision, Report

# Whoever a decision goes against may contest it for at least six months (Regulation (EU)
# 2022/2065, article 20).
APPEALABLE_FOR = timedelta(days=184)
SALT = "colletta.community.appeal"


class LinkIsNotOurs(LookupError):
    """The token was not made here, or was altered."""


class Side(NamedTuple):
    """One side of a case: who wrote it, or with a report who reported it."""

    case: Case
    report: Report | None


def may_appeal(side: Side, *, at: datetime) -> bool:
    """Whether the decision went against this side, lately, and nobody looked again since."""
    case, against = side.case, Decision.KEPT if side.report else Decision.HIDDEN
    if case.decided_at is None or case.decision != against:
        return False
    looked_at = Appeal.objects.filter(case=case, granted_at__isnull=False).exists()
    return not looked_at and appeal_of(side) is None and at < case.decided_at + APPEALABLE_FOR


def appeal_of(side: Side) -> Appeal | None:
    """What this side said already."""
    return Appeal.objects.filter(case=side.case, report=side.report).first()


def address_of(side: Side, language: str) -> str:
    """The whole address at which this side reads the decision and appeals."""
    report = side.report.pk if side.report else 0
    return (
        f"{settings.COLLETTA_URL}/{language}/appeals/{_signer().sign(f'{side.case.pk}.{report}')}/"
    )


def side_of(token: str) -> Side:
    """The side whose link it is. Raises LinkIsNotOurs."""
    try:
        case_id, report_id = (int(part) for part in _signer().unsign(token).split("."))
        case = Case.objects.with_subjects().get(pk=case_id)
        report = Report.objects.get(pk=report_id, case=case) if report_id else None
    except (BadSignature, ValueError, Case.DoesNotExist, Report.DoesNotExist) as fault:
        raise LinkIsNotOurs from fault
    return Side(case=case, report=report)


def _signer() -> Signer:
    return Signer(salt=SALT)

"""Somebody reports what others see."""

from datetime import datetime

from django.db import transaction

from colletta.community.cases import is_seen
from colletta.community.mails import write_receipt
from colletta.community.models import Case, Report
from colletta.history.actions.record import record
from colletta.people.models import Person, email_key


class NobodySeesIt(Exception):
    """What should be reported is not public, or not any more."""


def make_report(
    *,
    about: Case,
    person: Person | None,
    email: str,
    language: str,
    reason: str,
    text: str,
    at: datetime,
) -> Report:
    """The desk has a case about it with this report; reports of one thing gather in one case.

    `about` is a case that is not kept yet: its kind with what it refers to. Who is signed in is
    told that it arrived, later the decision, at their own address, a guest at `email`, or nowhere.
    The same mailbox reporting the same case again changes nothing. Raises NobodySeesIt.
    """
    if person is not None:
        email, language = person.email, person.language
    with transaction.atomic():
        if not is_seen(about, by=person):
            raise NobodySeesIt(about.kind)
        case = _open_case(about, at)
        known = {"case": case, "email_key": email_key(email)}
        if email and (already := Report.objects.filter(**known).first()):
            return already
        said = {"email": email, "language": language, "reason": reason, "text": text}
        report = Report.objects.create(person=person, made_at=at, **known, **said)
        by = f"person:{person.pk}" if person else None
        record("report.made", about=str(report), by=by, details={"case": case.pk}, at=at)
        write_receipt(report)
    return report


def _open_case(about: Case, at: datetime) -> Case:
    """The open one, locked, so that nobody decides it past this report."""
    subject = {"kind": about.kind, about.kind: getattr(about, about.kind), "decided_at": None}
    case, _ = Case.objects.get_or_create(**subject, defaults={"opened_at": at})
    locked = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if locked.decided_at is None:
        return locked
    return Case.objects.get_or_create(**subject, defaults={"opened_at": at})[0]

"""What people are told by letter of what the desk decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from colletta.community.appealing import Side, address_of
from colletta.community.cases import Addressee, authors_of, campaign_of, name_of, words_of
from colletta.community.models import Appeal, Case, Decision, Report
from colletta.mail.actions.write_letter import write_letter

QUOTED = 200  # signs


@dataclass(frozen=True)
class _Told:
    """Somebody who is told; `number` sets apart who stands on the same side."""

    side: Side
    addressee: Addressee
    number: int


def write_receipt(report: Report) -> None:
    """Whoever reported with an address reads that it arrived, and what happens next.

    Nobody proved a guest's mailbox: the letter repeats no word of the report.
    """
    if not report.email:
        return
    write_letter(
        key=f"{report}:received",
        kind="community.report_received",
        to=report.email,
        language=report.language,
        template="community/letters/report_received",
        context={"name": report.person.name if report.person else ""},
    )


def write_decision(case: Case) -> None:
    """Both sides read what was decided and why; whom it goes against, where to appeal."""
    for told in (*_authors(case), *_reporters(case)):
        against = Decision.KEPT if told.side.report else Decision.HIDDEN
        more = {"may_appeal": case.decision == against, "because": case.because}
        _write("decision", f"case:{case.pk}", told, more)


def write_appeal_decision(case: Case, appeal: Appeal) -> None:
    """Whoever appealed reads the answer; where it changes something, the other side too."""
    granted = appeal.granted_at is not None
    appealed = {one.report_id for one in Appeal.objects.filter(case=case)}
    for told in (*_authors(case), *_reporters(case)):
        report = told.side.report
        theirs = (report.pk if report else None) in appealed
        if theirs or granted:
            hidden = (case.decision == Decision.HIDDEN) != granted
            more = {"granted": granted, "theirs": theirs, "hidden": hidden}
            _write("looked_again", f"appeal:{appeal.pk}", told, more | {"because": appeal.because})


def _authors(case: Case) -> Iterator[_Told]:
    for number, addressee in enumerate(authors_of(case)):
        yield _Told(Side(case, None), addressee, number)


def _reporters(case: Case) -> Iterator[_Told]:
    for report in case.reports.exclude(email="").select_related("person"):
        name = report.person.name if report.person else ""
        addressee = Addressee(name=name, email=report.email, language=report.language)
        yield _Told(Side(case, report), addressee, 0)


def _write(template: str, occasion: str, told: _Told, more: dict[str, Any]) -> None:
    case, report = told.side
    if not told.addressee.email:  # erased meanwhile
        return
    side = f"report:{report.pk}" if report else f"author:{told.number}"
    language = told.addressee.language
    # Nobody proved a guest's mailbox: what strangers wrote is not mailed to it.
    known = report is None or report.person is not None
    campaign = campaign_of(case)
    context = {
        "name": told.addressee.name,
        "kind": case.kind,
        "whose": name_of(case) if known else "",
        "quoted": words_of(case)[:QUOTED] if known else "",
        "campaign": campaign.slug if campaign else "",
        "reported": report is not None,
        "kept": case.decision == Decision.KEPT,
        "of_itself": not case.reports.exists(),
        "address": address_of(told.side, language),
    }
    write_letter(
        key=f"{occasion}:{side}",
        kind=f"community.{template}",
        to=told.addressee.email,
        language=language,
        template=f"community/letters/{template}",
        context=context | more,
    )

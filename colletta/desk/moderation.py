"""What waits for a moderator, with what is needed to decide of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from colletta.campaigns.models import Campaign
from colletta.community.cases import campaign_of, is_hidden, name_of, place_of, words_of
from colletta.community.models import Appeal, Case, Comment, Report

SHOWN = 50  # of each kind; the number beside the heading counts all


@dataclass(frozen=True, kw_only=True)
class Matter:
    """A case as the desk sees it."""

    case: Case
    campaign: Campaign | None
    whose: str
    words: str
    place: str
    hidden: bool
    reports: tuple[Report, ...]


@dataclass(frozen=True, kw_only=True)
class Contested:
    """An appeal with the case of which it is."""

    appeal: Appeal
    matter: Matter


def matter_of(case: Case) -> Matter:
    """A case that was read `with_subjects`."""
    return Matter(
        case=case,
        campaign=campaign_of(case),
        whose=name_of(case),
        words=words_of(case),
        place=place_of(case),
        hidden=is_hidden(case),
        reports=tuple(case.reports.all()),
    )


def record_of(case: Case) -> dict[str, int]:
    """How much the author of a comment said on the site, how much of it is hidden."""
    if case.comment is None or case.comment.person is None:
        return {}
    theirs = Comment.objects.filter(person=case.comment.person)
    return {"said": theirs.count(), "hidden": theirs.filter(hidden_at__isnull=False).count()}


def open_matters() -> list[Matter]:
    """The oldest cases that nobody decided yet."""
    return [matter_of(case) for case in Case.objects.open().with_subjects()[:SHOWN]]


def contested() -> list[Contested]:
    """The oldest appeals that nobody answered yet."""
    appeals = list(Appeal.objects.open()[:SHOWN])
    cases = {case.pk: case for case in _cases_of(appeals)}
    return [Contested(appeal=appeal, matter=matter_of(cases[appeal.case_id])) for appeal in appeals]


def count() -> int:
    """How many of all kinds wait."""
    waiting = (Case.objects.open(), Appeal.objects.open(), Comment.objects.waiting())
    return sum(one.count() for one in waiting)


def _cases_of(appeals: Iterable[Appeal]) -> Iterable[Case]:
    return Case.objects.with_subjects().filter(pk__in=[one.case_id for one in appeals])

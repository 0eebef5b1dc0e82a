"""What was reported about somebody's words, what they reported themselves."""

from django.db.models import Case as If
from django.db.models import Q, QuerySet, Value, When

from colletta.community.models import Appeal, Case, Report
from colletta.privacy.holding import NAMELESS, Holding, Plain
from colletta.privacy.rooms.pledges import pledges_of
from colletta.privacy.subject import Subject

# Where the database asks for a reason, something has to stand.
NO_REASON = If(When(because="", then=Value("")), default=Value(NAMELESS))


def cases_about(subject: Subject) -> QuerySet[Case]:
    """Those about their comments, their profile, their pledges, their own campaigns."""
    about = Q(pledge__in=pledges_of(subject))
    if (person := subject.person) is not None:
        about |= Q(comment__person=person) | Q(person=person)
        about |= Q(campaign__owner_person=person) | Q(update__campaign__owner_person=person)
    return Case.objects.filter(about)


def _reports(subject: Subject) -> QuerySet[Report]:
    return Report.objects.filter(subject.own())


def _appeals(subject: Subject) -> QuerySet[Appeal]:
    reported = Q(report__in=_reports(subject))
    return Appeal.objects.filter(reported | Q(report=None, case__in=cases_about(subject)))


HOLDINGS = (
    Holding(
        name="appeals",
        model=Appeal,
        theirs=_appeals,
        told=("text", "made_at", "decided_at", "because"),
        erased={"text": "", "because": NO_REASON},
    ),
    Holding(
        name="appeals_of_others",
        model=Appeal,
        theirs=lambda subject: Appeal.objects.filter(case__in=cases_about(subject)),
        erased={"text": "", "because": NO_REASON},
    ),
    Holding(
        name="reports",
        model=Report,
        theirs=_reports,
        told=("email", "language", "reason", "text", "made_at"),
        untold={"email_key": "the address again"},
        erased={"email": "", "email_key": "", "text": ""},
        otherwise={"reason": "one of a list", "language": "one of two words"},
    ),
    # Who reported stays with the desk (Regulation (EU) 2016/679, article 15 (4)).
    Holding(
        name="reports_of_others",
        model=Report,
        theirs=lambda subject: Report.objects.filter(case__in=cases_about(subject)),
        erased={"text": ""},
    ),
    Holding(
        name="decisions_about_you",
        model=Case,
        theirs=cases_about,
        told=("kind", "opened_at", "decided_at", "decision", "because"),
        erased={"because": NO_REASON},
        otherwise={"kind": "one of a list", "decision": "one of two words"},
    ),
)

PLAIN: Plain = {}

"""What history learns of an erasure: opaque ids, so that no page keeps what was erased."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from colletta.campaigns.models import Campaign
from colletta.community.models import Comment, Update
from colletta.history.actions.record import record
from colletta.history.freshness import FORGOTTEN
from colletta.people.models import Membership
from colletta.privacy.rooms.people import contacts_of
from colletta.privacy.rooms.pledges import pledges_of
from colletta.privacy.subject import Subject


class Touched(NamedTuple):
    """Whose pages show something of theirs."""

    campaigns: list[int]
    organisations: list[int]


def touched_by(subject: Subject) -> Touched:
    """Asked before the erasure, which would leave nothing to find them by."""
    shown = Q(pk__in=pledges_of(subject).values("campaign"))
    groups = set(contacts_of(subject).values_list("pk", flat=True))
    if (person := subject.person) is not None:
        shown |= Q(owner_person=person)
        shown |= Q(pk__in=Comment.objects.filter(person=person).values("campaign"))
        shown |= Q(pk__in=Update.objects.filter(written_by=person).values("campaign"))
        places = Membership.objects.filter(person=person)
        groups |= set(places.values_list("organisation_id", flat=True))
    campaigns = Campaign.objects.filter(shown | Q(owner_organisation__in=groups))
    return Touched(sorted(campaigns.values_list("pk", flat=True)), sorted(groups))


def tell(subject: Subject, touched: Touched, *, at: datetime) -> None:
    """Facts of the person, each campaign, each group; of what processes keep in memory."""
    by = f"person:{subject.person.pk}" if subject.person else None
    if by is not None:
        record("person.erased", about=by, by=by, at=at)
    record("memory.forgotten", about=FORGOTTEN, at=at)
    for campaign in touched.campaigns:
        about, details = f"campaign:{campaign}", {"campaign": campaign}
        record("campaign.forgot_somebody", about=about, details=details, at=at)
    for group in touched.organisations:
        record("organisation.edited", about=f"organisation:{group}", by=by, at=at)

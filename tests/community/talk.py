"""What the cast says under a campaign."""

from typing import Any

from colletta.campaigns.models import Campaign
from colletta.community.actions.make_comment import make_comment
from colletta.community.models import Comment
from colletta.history.clock import now
from colletta.people.models import Membership, Person
from tests.cast import bruno, circolo_aurora


def said(
    campaign: Campaign, text: str = "Che bello!", by: Person | None = None, **more: Any
) -> Comment:
    """A comment, by default of Bruno's."""
    by = by or bruno()
    return make_comment(
        campaign_id=campaign.pk, person_id=by.pk, text=text, **({"at": now()} | more)
    )


def in_the_team(person: Person, role: str = "owner") -> Person:
    """The person has a place in Ada's group."""
    Membership.objects.get_or_create(
        organisation=circolo_aurora(), person=person, defaults={"role": role}
    )
    return person

"""A person's place in a team ends."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.people.models import Membership, Organisation, Role


class LastOwner(Exception):
    """A team that has members needs an owner: make another one first."""


@transaction.atomic
def leave_team(*, organisation_id: int, person_id: int, by_id: int) -> None:
    """The person is no longer in the team; `by_id` is the same person, or an owner.

    Raises LastOwner; Membership.DoesNotExist when the person is not in the team.
    """
    Organisation.objects.select_for_update().get(pk=organisation_id)
    team = Membership.objects.filter(organisation_id=organisation_id)
    place = team.get(person_id=person_id)
    owners = team.filter(role=Role.OWNER).exclude(pk=place.pk)
    if place.role == Role.OWNER and not owners.exists():
        raise LastOwner
    place.delete()
    record(
        "organisation.member_left",
        about=f"organisation:{organisation_id}",
        by=f"person:{by_id}",
        details={"person": person_id},
    )

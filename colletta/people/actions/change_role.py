"""Give a member of a team another role."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.people.actions.leave_team import LastOwner
from colletta.people.models import Membership, Organisation, Role


@transaction.atomic
def change_role(*, organisation_id: int, person_id: int, role: Role, by_id: int) -> Membership:
    """The person has the role. Raises LastOwner, Membership.DoesNotExist."""
    Organisation.objects.select_for_update().get(pk=organisation_id)
    team = Membership.objects.filter(organisation_id=organisation_id)
    place = team.get(person_id=person_id)
    owners = team.filter(role=Role.OWNER).exclude(pk=place.pk)
    if place.role == Role.OWNER and role != Role.OWNER and not owners.exists():
        raise LastOwner
    place.role = role
    place.save(update_fields=["role"])
    record(
        "organisation.edited",
        about=f"organisation:{organisation_id}",
        by=f"person:{by_id}",
        details={"person": person_id, "role": str(role)},
    )
    return place

"""Let a person work at the desk."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.people.models import DeskRole, Person
from colletta.people.models.desk_role import Role


@transaction.atomic
def give_desk_role(*, person_id: int, role: Role, by: str | None = None) -> bool:
    """The person has the role; True when they did not have it before.

    Raises Person.DoesNotExist.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    _, new = DeskRole.objects.get_or_create(person=person, role=role)
    if new:
        record("desk_role.given", about=f"person:{person.pk}", by=by, details={"role": role})
    return new

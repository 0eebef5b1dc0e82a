"""Let a person work at the desk no longer."""

from django.db import transaction

from colletta.history.actions.record import record
from colletta.people.models import DeskRole, Person
from colletta.people.models.desk_role import Role


@transaction.atomic
def take_desk_role(*, person_id: int, role: Role, by: str | None = None) -> bool:
    """The person does not have the role; True when they had it until now.

    Raises Person.DoesNotExist.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    taken, _ = DeskRole.objects.filter(person=person, role=role).delete()
    if taken:
        record("desk_role.taken", about=f"person:{person.pk}", by=by, details={"role": role})
    return bool(taken)

"""A moderator takes a profile from everybody's eyes, or gives it back."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.people.models import Person


@transaction.atomic
def moderate_profile(*, person_id: int, hidden: bool, by: str, at: datetime) -> Person:
    """Nobody sees the profile, whatever its person chose; or again whoever they chose.

    Twice is once. `by` refers to the moderator ("person:3").
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    if (person.profile_hidden_at is not None) == hidden:
        return person
    person.profile_hidden_at = at if hidden else None
    person.save(update_fields=["profile_hidden_at"])
    kind = "person.hidden" if hidden else "person.shown"
    record(kind, about=f"person:{person.pk}", by=by, at=at)
    return person

"""A moderator takes an update from everybody's eyes, or gives it back."""

from datetime import datetime

from django.db import transaction

from colletta.community.models import Update
from colletta.history.actions.record import record
from colletta.people.models import Person


@transaction.atomic
def moderate_update(*, update_id: int, because: str, by: Person, at: datetime) -> Update:
    """The update is hidden, with who did it and why; without `because` it is seen again.

    Twice is once: the first reason stays.
    """
    update = Update.objects.select_for_update(of=("self",)).get(pk=update_id)
    if (update.hidden_at is not None) == bool(because):
        return update
    update.hidden_at = at if because else None
    update.hidden_by = by if because else None
    update.hidden_because = because
    update.save(update_fields=["hidden_at", "hidden_by", "hidden_because"])
    kind = "update.hidden" if because else "update.shown"
    details = {"campaign": update.campaign_id}
    record(kind, about=str(update), by=f"person:{by.pk}", details=details, at=at)
    return update

"""Pledges made with an e-mail become those of the person who proved its mailbox."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.people.models import Person
from colletta.pledges.models import Pledge


@transaction.atomic
def attach_pledges(*, person_id: int, proved_at: datetime) -> int:
    """Pledges of the person's address made until `proved_at` are theirs; how many became so.

    Only the proof attaches, and only what was there when it was given: whoever types somebody's
    address later puts nothing into their list until that mailbox is proved again. A pledge that
    belongs to a person stays theirs.
    """
    person = Person.objects.get(pk=person_id)
    nobodys = Pledge.objects.filter(person=None, email_key=person.email_key, made_at__lte=proved_at)
    found = list(nobodys.exclude(email_key="").select_for_update(of=("self",)).order_by("pk"))
    for pledge in found:
        pledge.person = person
        pledge.save(update_fields=["person"])
        record("pledge.attached", about=str(pledge), by=f"person:{person_id}")
    return len(found)

"""A person says who they are."""

from datetime import datetime

from django.db import transaction

from colletta.history.actions.record import record
from colletta.people.models import Person
from colletta.people.telling import told_as_html


@transaction.atomic
def edit_profile(
    *, person_id: int, name: str, about: str, language: str, shown: bool, at: datetime
) -> Person:
    """The profile says this, and everybody sees it from now on, or nobody does.

    `about` is plain text in `language`. What was shown before keeps its instant. A fact makes the
    pages that name the person anew.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    person.name = name
    if about or person.about:
        person.about = {language: told_as_html(about)}
        person.about_language = language
    person.language = language
    person.profile_shown_at = (person.profile_shown_at or at) if shown else None
    person.save(update_fields=["name", "about", "about_language", "language", "profile_shown_at"])
    reference = f"person:{person.pk}"
    record("person.edited", about=reference, by=reference, at=at)
    return person

"""Change what an organisation tells of itself."""

from django.db import IntegrityError, transaction

from colletta.history.actions.record import record
from colletta.people.actions.found_organisation import ONE_PER_CONTACT, OrganisationIsThere
from colletta.people.models import Kind, Organisation
from colletta.people.telling import told_as_html, told_plainly


def edit_organisation(
    *,
    organisation_id: int,
    by_id: int,
    name: str,
    place: str,
    kind: Kind,
    contact_email: str,
    contact_shown: bool,
    about: str,
    language: str,
) -> Organisation:
    """The organisation's page says the new things; its address stays.

    `about` is plain text in `language`; texts in other languages stay, and so does this one with
    its links and emphasis as long as its words are the same. Raises OrganisationIsThere.
    """
    try:
        with transaction.atomic():
            found = Organisation.objects.select_for_update().get(pk=organisation_id)
            found.name, found.place, found.kind = name, place, kind
            found.contact_email, found.contact_shown = contact_email, contact_shown
            _tell(found, about, language)
            found.save()
            record("organisation.edited", about=f"organisation:{found.pk}", by=f"person:{by_id}")
    except IntegrityError as taken:
        if ONE_PER_CONTACT in str(taken):
            raise OrganisationIsThere(name) from taken
        raise
    return found


def _tell(found: Organisation, about: str, language: str) -> None:
    before = found.about.get(language, "")
    if told_as_html(told_plainly(before)) == told_as_html(about):
        return
    others = {code: text for code, text in found.about.items() if code != language}
    html = told_as_html(about)
    found.about = {**others, language: html} if html else others
    if found.about_language not in found.about:
        found.about_language = next(iter(found.about), language)

"""A person founds an organisation."""

from django.db import IntegrityError, transaction

from colletta.history.actions.record import record
from colletta.people.models import Kind, Membership, Organisation, Role
from colletta.people.slugs import free_slug
from colletta.people.telling import told_as_html

ATTEMPTS = 5  # others may take the same address between the look and the write
ONE_PER_CONTACT = "one_organisation_per_name_and_contact"


class OrganisationIsThere(Exception):
    """An organisation of this name with this contact address exists already."""


def found_organisation(
    *,
    person_id: int,
    name: str,
    place: str,
    kind: Kind,
    contact_email: str,
    contact_shown: bool,
    about: str,
    language: str,
) -> Organisation:
    """The organisation has its page, and the person who founded it is its owner.

    `about` is plain text in `language`. Raises OrganisationIsThere.
    """
    terms = {
        "name": name,
        "place": place,
        "kind": kind,
        "contact_email": contact_email,
        "contact_shown": contact_shown,
        "about": {language: html} if (html := told_as_html(about)) else {},
        "about_language": language,
    }
    for _attempt in range(ATTEMPTS):
        try:
            return _founded(person_id, terms)
        except IntegrityError as taken:
            if ONE_PER_CONTACT in str(taken):
                raise OrganisationIsThere(name) from taken
    raise OrganisationIsThere(name)


@transaction.atomic
def _founded(person_id: int, terms: dict[str, object]) -> Organisation:
    founded = Organisation.objects.create(slug=free_slug(str(terms["name"])), **terms)
    Membership.objects.create(organisation=founded, person_id=person_id, role=Role.OWNER)
    record("organisation.founded", about=f"organisation:{founded.pk}", by=f"person:{person_id}")
    return founded

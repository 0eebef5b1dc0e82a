"""Whose campaign it is: the same kind, name and contact address are the same owner."""

from colletta.folders.contents import Owner, Terms
from colletta.people.models import Organisation, Person, email_key
from colletta.people.slugs import free_slug


class AddressOfAnother(Exception):
    """The contact address belongs to a person of another name."""


def owner_of(owner: Owner, terms: Terms) -> Person | Organisation:
    """The owner's row, made if there was none. Texts about it that were there stay as they are.

    Raises AddressOfAnother.
    """
    known = known_owner(owner)
    if known is None:
        return new_owner(owner, terms)
    if missing := {code: text for code, text in owner.about.items() if code not in known.about}:
        known.about = {**known.about, **missing}
        known.save(update_fields=["about"])
    return known


def known_owner(owner: Owner) -> Person | Organisation | None:
    """The owner's row if there is one. Raises AddressOfAnother."""
    if owner.kind == "organisation":
        return Organisation.objects.filter(
            name=owner.name, contact_email__iexact=owner.contact_email
        ).first()
    person = Person.objects.filter(email_key=email_key(owner.contact_email)).first()
    if person and person.name != owner.name:
        raise AddressOfAnother(
            f"{owner.contact_email} is the address of a person with another name. Correct the name "
            "or the address of the owner."
        )
    return person


def new_owner(owner: Owner, terms: Terms) -> Person | Organisation:
    language = terms.language if terms.language in owner.about or not owner.about else ""
    about_language = language or min(owner.about)
    if owner.kind == "person":
        return Person.objects.create_person(
            email=owner.contact_email,
            name=owner.name,
            about=owner.about,
            about_language=about_language,
        )
    return Organisation.objects.create(
        name=owner.name,
        slug=free_slug(owner.name),
        contact_email=owner.contact_email,
        about=owner.about,
        about_language=about_language,
    )

"""One person is one mailbox, however its address is typed."""

from allauth.account.models import EmailAddress

from colletta.mail.addresses import email_key
from colletta.people.models.person import Person


def person_at(typed: str) -> Person | None:
    """The person whose address compares equal to what was typed."""
    return Person.objects.filter(email_key=email_key(typed)).first()


def known_form(typed: str) -> str:
    """The address under which allauth knows the person who is meant, else what was typed.

    allauth compares lower-case forms; two addresses that fold to the same key are one mailbox to us
    (CVE-2019-19844), so that the second way of typing it leads to the same person.
    """
    person = person_at(typed)
    if person is None:
        return typed
    return str(_known(person).email)


def mailbox_of(address: str) -> str:
    """Where a letter to this address goes: exactly what its person typed when it was proved."""
    person = person_at(address)
    return person.email if person else address


def _known(person: Person) -> EmailAddress:
    """allauth's row for a person, made for those who never joined by themselves."""
    own = EmailAddress.objects.filter(user=person)
    found: EmailAddress | None = own.filter(primary=True).first() or own.first()
    if found is None:
        found, _ = EmailAddress.objects.get_or_create(
            user=person, email=person.email.lower(), defaults={"primary": True, "verified": False}
        )
    return found

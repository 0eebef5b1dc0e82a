"""Who asks what is held about them: somebody signed in, or whoever proved a mailbox."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.db.models import Q

from colletta.people.models import Person, email_key


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A person, the addresses they proved, or both.

    `addresses` are compared forms (people.models.email_key), lower-case forms beside them, since
    some rooms keep an address only as it was typed. `mailbox` is where a letter goes, as typed;
    empty where nothing was proved. `salt` is known to one erasure alone.
    """

    person: Person | None
    mailbox: str
    addresses: frozenset[str]
    language: str
    salt: str

    def own(self, *, person: str = "person", key: str = "email_key") -> Q:
        """Rows of the person, and those of the mailbox that belong to no other person."""
        found = Q(**{f"{key}__in": self.addresses, f"{person}__isnull": True})
        return found | Q(**{person: self.person}) if self.person else found


def subject_of_person(person: Person) -> Subject:
    """Somebody who signed in. An address that they only typed is not yet theirs."""
    proved = EmailAddress.objects.filter(user=person, verified=True).values_list("email", flat=True)
    known = email_key(person.email) in {email_key(one) for one in proved}
    typed = [*proved, person.email] if known else list(proved)
    mailbox = person.email if known else ""
    return _subject(person, mailbox=mailbox, typed=typed, language=person.language)


def subject_of_mailbox(email: str, *, language: str) -> Subject:
    """Whoever opened the link that was mailed there.

    A person who never proved that address comes with it: it is the mailbox that counts. One who
    did prove it does not: they sign in, with all that guards their sign-in.
    """
    person = Person.objects.filter(email_key=email_key(email)).first()
    if person is not None and signs_in(person):
        person = None
    return _subject(person, mailbox=email, typed=[email], language=language)


def signs_in(person: Person) -> bool:
    """Whether the person proved a mailbox, and so has a way in of their own."""
    found: bool = EmailAddress.objects.filter(user=person, verified=True).exists()
    return found


def _subject(
    person: Person | None, *, mailbox: str, typed: Iterable[str], language: str
) -> Subject:
    addresses = {form for one in typed for form in (email_key(one), one.strip().lower())}
    return Subject(
        person=person,
        mailbox=mailbox,
        addresses=frozenset(addresses),
        language=language,
        salt=uuid4().hex,
    )

"""Ada's group and who is in it, for tests of teams."""

from typing import Any

from colletta.mail.models import Letter
from colletta.people.actions.found_organisation import found_organisation
from colletta.people.models import Kind, Membership, Organisation, Person, Role


def somebody(name: str) -> Person:
    """A person of the cast."""
    found = Person.objects.filter(name=name).first()
    email = f"{name.lower()}@posta.example"
    return found or Person.objects.create_person(email=email, name=name)


def founded_by(person: Person, **changes: Any) -> Organisation:
    """An organisation that `person` founded."""
    terms: dict[str, Any] = {
        "name": "Banda di Borgo",
        "place": "Borgo",
        "kind": Kind.ASSOCIATION,
        "contact_email": "banda@borgo.example",
        "contact_shown": False,
        "about": "Suoniamo in piazza.",
        "language": "it",
    }
    return found_organisation(person_id=person.pk, **(terms | changes))


def place_of(person: Person, organisation: Organisation, role: Role) -> Membership:
    """A place in the team, given without a mail."""
    return Membership.objects.create(person=person, organisation=organisation, role=role)


def token_in(letter: Letter) -> str:
    """The link's secret, as the reader of the mail has it."""
    return letter.text.partition("/invitations/")[2].partition("/")[0]

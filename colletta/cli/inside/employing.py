"""Who works at the desk."""

from colletta.cli.faults import Refused
from colletta.people.actions.give_desk_role import give_desk_role
from colletta.people.actions.take_desk_role import take_desk_role
from colletta.people.models import Person, email_key
from colletta.people.models.desk_role import Role


def give(email: str, role: str) -> str:
    """The sentence that says what is now true. Raises Refused when nobody has this address."""
    person = _person(email)
    new = give_desk_role(person_id=person.pk, role=Role(role))
    return f"{person.name} is {'now' if new else 'already'} {role} at the desk."


def take(email: str, role: str) -> str:
    """The sentence that says what is now true. Raises Refused when nobody has this address."""
    person = _person(email)
    taken = take_desk_role(person_id=person.pk, role=Role(role))
    return f"{person.name} is {'no longer' if taken else 'not'} {role} at the desk."


def _person(email: str) -> Person:
    try:
        return Person.objects.get(email_key=email_key(email))
    except Person.DoesNotExist:
        raise Refused(f"Nobody has joined with {email}. They join on the site first.") from None

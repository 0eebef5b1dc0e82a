"""Persons, organisations."""

from colletta.mail.addresses import email_key
from colletta.people.models.desk_role import DeskRole
from colletta.people.models.linked import LinkedSignIn
from colletta.people.models.organisation import (
    Invitation,
    Kind,
    Membership,
    Organisation,
    Role,
)
from colletta.people.models.person import Person, Persons

__all__ = [
    "DeskRole",
    "Invitation",
    "Kind",
    "LinkedSignIn",
    "Membership",
    "Organisation",
    "Person",
    "Persons",
    "Role",
    "email_key",
]

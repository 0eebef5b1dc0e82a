"""Persons, organisations."""

from colletta.people.models.organisation import Organisation
from colletta.people.models.person import Person, Persons, email_key

__all__ = ["Organisation", "Person", "Persons", "email_key"]

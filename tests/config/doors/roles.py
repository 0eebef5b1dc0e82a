"""Who stands at a door: one browser for each role, each with whatever it can have."""

from collections.abc import Mapping

from allauth.mfa.models import Authenticator
from django.test import Client

from colletta.people.models import DeskRole, Person
from tests.cast import ada, bruno, joined
from tests.desk.staff import proved
from tests.matching.teams import dora

# In the order of the table's columns.
ROLES = (
    "visitor",  # nobody has signed in
    "stranger",  # has joined, and has nothing here
    "supporter",  # Bruno, whose gift, words, messages these are
    "owner",  # Ada, who leads the group that owns the campaigns
    "member",  # of the same group, who moderates and does no more
    "other",  # leads another group
    "partner",  # leads the foundation whose call it is
    "rival",  # leads another foundation
    "moderator",  # at the desk
    "treasurer",
    "operator",
)


def people() -> Mapping[str, Person | None]:
    """Who plays each role."""
    return {
        "visitor": None,
        "stranger": joined("Eva Lodi", "eva@posta.example"),
        "supporter": bruno(),
        "owner": ada(),
        "member": joined("Nico Sala", "nico@posta.example"),
        "other": joined("Gaia Corti", "gaia@posta.example"),
        "partner": dora(),
        "rival": joined("Rita Mori", "rita@posta.example"),
        **{role: at_the_desk(role) for role in ROLES[-3:]},
    }


def at_the_desk(role: str) -> Person:
    """Somebody with one role there and a second factor."""
    person = joined(f"Carla {role}", f"{role}@desk.example")
    DeskRole.objects.create(person=person, role=role)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
    return person


def browser_of(person: Person | None) -> Client:
    """A browser whose person proved just now who they are; what breaks is an answer, not a halt."""
    browser = Client(raise_request_exception=False)
    if person is not None:
        proved(browser, person)
    return browser

"""Who comes to the doors of the site: one of each role, signed in as they would be."""

import time
from dataclasses import dataclass
from http.cookies import SimpleCookie

from allauth.account.internal.flows import login
from allauth.mfa.models import Authenticator
from django.test import Client

from colletta.people.models import DeskRole, Organisation, Person, Role
from tests.cast import ada, bruno, carla, circolo_aurora, joined
from tests.matching.teams import delta_here, dora
from tests.people.teams import founded_by, place_of

AN_HOUR = 3600  # seconds; the desk asks again after a quarter of one
# In the order of the columns of the files of expected answers.
ROLES = {
    "visitor": "nobody is signed in",
    "supporter": "Bruno, who gave, commented, wrote to the owner",
    "stranger": "Eva, who joined and did nothing",
    "owner": "Ada, an owner of the group whose campaign it is",
    "editor": "Edo, an editor in Ada's group",
    "cashier": "Tina, a treasurer in Ada's group, who writes nothing",
    "other": "Elena, an owner of another group with another campaign",
    "partner": "Dora, an owner of Fondazione Delta, whose call it is",
    "rival": "Piero, an owner of another partner with another call",
    "operator": "Carla, at the desk",
    "treasurer": "Teo, at the desk",
    "moderator": "Mara, at the desk",
    "unproved": "Olga, operator at the desk, who proved who she is an hour ago",
}
AT_THE_DESK = ("operator", "treasurer", "moderator")


@dataclass(frozen=True)
class People:
    """The cast by role, and the organisations they act for."""

    by_role: dict[str, Person]
    borgo: Organisation
    gamma: Organisation

    def __getitem__(self, role: str) -> Person:
        return self.by_role[role]


def gather() -> People:
    """Everybody has joined and has their place."""
    cast = {
        "supporter": bruno(),
        "stranger": joined("Eva Moro", "eva@posta.example"),
        "owner": ada(),
        "editor": joined("Edo Conti", "edo@posta.example"),
        "cashier": joined("Tina Fabbri", "tina@posta.example"),
        "other": joined("Elena Greco", "elena@posta.example"),
        "partner": dora(),
        "rival": joined("Piero Gallo", "piero@gamma.example"),
        "operator": carla(),
        "treasurer": joined("Teo Serra", "teo@posta.example"),
        "moderator": joined("Mara Longo", "mara@posta.example"),
        "unproved": joined("Olga Bruni", "olga@posta.example"),
    }
    for role, place in (
        ("owner", Role.OWNER),
        ("editor", Role.EDITOR),
        ("cashier", Role.TREASURER),
    ):
        place_of(cast[role], circolo_aurora(), place)
    for role in AT_THE_DESK:
        _works_at_the_desk(cast[role], role)
    _works_at_the_desk(cast["unproved"], "operator")
    delta_here()
    gamma = {"name": "Fondazione Gamma", "contact_email": "bandi@gamma.example"}
    return People(cast, borgo=founded_by(cast["other"]), gamma=founded_by(cast["rival"], **gamma))


def _works_at_the_desk(person: Person, role: str) -> None:
    DeskRole.objects.create(person=person, role=role)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})


class Browser(Client):
    """The browser of one role, whose cookies stand as they were after every visit."""

    def __init__(self, role: str, people: People) -> None:
        super().__init__(raise_request_exception=False)
        if role != "visitor":
            self._enter(people[role], since=AN_HOUR if role == "unproved" else 0)
        self.kept = self.cookies.output(header="", sep=";")

    def _enter(self, person: Person, *, since: int) -> None:
        self.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
        session = self.session
        shown = {"method": "password", "at": time.time() - since, "reauthenticated": True}
        session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [shown]
        session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(person.pk)
        session.save()

    def begin_anew(self) -> None:
        """What the last answer set is forgotten."""
        self.cookies = SimpleCookie(self.kept)

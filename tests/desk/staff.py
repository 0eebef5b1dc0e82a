"""People who work at the desk, signed in as they would be."""

import time

from allauth.account.internal.flows import login
from allauth.mfa.models import Authenticator
from django.test import Client

from colletta.people.models import DeskRole, Person
from tests.cast import carla


def at_the_desk(client: Client, *roles: str, factor: bool = True, since: int = 0) -> Person:
    """Carla with these roles and a second factor, who showed who she is `since` seconds ago."""
    person = carla()
    for role in roles:
        DeskRole.objects.get_or_create(person=person, role=role)
    if factor:
        Authenticator.objects.get_or_create(
            user=person, type=Authenticator.Type.TOTP, defaults={"data": {}}
        )
    proved(client, person, since=since)
    return person


def proved(client: Client, person: Person, *, since: int = 0) -> None:
    """This browser is the person's, who showed who they are `since` seconds ago."""
    client.force_login(person)
    session = client.session
    shown = {"method": "password", "at": time.time() - since, "reauthenticated": True}
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [shown]
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(person.pk)
    session.save()

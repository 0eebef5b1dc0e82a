"""Persons, their ways in, their places in teams."""

from typing import Any
from uuid import uuid4

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.db.models.functions import Lower

from colletta.history.clock import Now
from colletta.people.models import (
    DeskRole,
    Invitation,
    LinkedSignIn,
    Membership,
    Organisation,
    Person,
)
from colletta.privacy.holding import NAMELESS, Holding, Plain
from colletta.privacy.subject import Subject


def _sessions(subject: Subject) -> QuerySet[Session]:
    known = UserSession.objects.filter(user=subject.person).values("session_key")
    return Session.objects.filter(session_key__in=known)


def contacts_of(subject: Subject) -> QuerySet[Organisation]:
    """Organisations that are reached at one of their addresses."""
    found = Organisation.objects.alias(address=Lower("contact_email"))
    return found.filter(address__in=subject.addresses)


def _person(subject: Subject) -> QuerySet[Person]:
    nobody = Person.objects.none()
    return Person.objects.filter(pk=subject.person.pk) if subject.person else nobody


def _no_password(_subject: Subject) -> str:
    return make_password(None)


def _another_key(_subject: Subject) -> str:
    return f"erased:{uuid4().hex}"


def _another_id(_subject: Subject) -> Any:
    return uuid4()


HOLDINGS = (
    Holding(
        name="sessions",
        model=Session,
        theirs=_sessions,
        untold={"session_key": "opens the session", "session_data": "drafts and signs of the site"},
    ),
    Holding(
        name="signed_in_at",
        model=UserSession,
        theirs=lambda subject: UserSession.objects.filter(user=subject.person),
        told=("created_at", "last_seen_at", "ip", "user_agent"),
        untold={"session_key": "opens the session", "data": "the program again, in parts"},
    ),
    Holding(
        name="second_factors",
        model=Authenticator,
        theirs=lambda subject: Authenticator.objects.filter(user=subject.person),
        told=("type", "created_at", "last_used_at"),
        untold={"data": "a secret that opens the door"},
    ),
    Holding(
        name="other_sites",
        model=LinkedSignIn,
        theirs=lambda subject: LinkedSignIn.objects.filter(person=subject.person),
        told=("issuer", "subject", "email", "linked_at"),
    ),
    Holding(
        name="confirmations",
        model=EmailConfirmation,
        theirs=lambda subject: EmailConfirmation.objects.filter(email_address__user=subject.person),
        untold={"key": "a secret that opens the door"},
    ),
    Holding(
        name="addresses",
        model=EmailAddress,
        theirs=lambda subject: EmailAddress.objects.filter(user=subject.person),
        told=("email", "verified", "primary"),
    ),
    Holding(
        name="desk_roles",
        model=DeskRole,
        theirs=lambda subject: DeskRole.objects.filter(person=subject.person),
        told=("role", "given_at"),
    ),
    Holding(
        name="contact_of",
        model=Organisation,
        theirs=contacts_of,
        told=("name", "contact_email"),
        erased={"contact_email": "", "contact_shown": False},
        otherwise={"name": "an organisation's, which stays"},
    ),
    Holding(
        name="teams",
        model=Membership,
        theirs=lambda subject: Membership.objects.filter(person=subject.person),
        told=("organisation__name", "role", "joined_at"),
    ),
    Holding(
        name="invitations",
        model=Invitation,
        theirs=lambda subject: Invitation.objects.filter(email_key__in=subject.addresses),
        told=("organisation__name", "email", "role", "invited_at", "accepted_at"),
        untold={"email_key": "the address again", "token_hash": "opens a place in a team"},
    ),
)

# Last of all, since everything else is found by it.
PERSON = Holding(
    name="person",
    model=Person,
    theirs=_person,
    told=(
        "name",
        "email",
        "about",
        "about_language",
        "language",
        "public_id",
        "profile_shown_at",
        "profile_hidden_at",
        "joined_at",
        "last_login",
    ),
    untold={"password": "kept only as a hash", "email_key": "the address again"},
    erased={
        "name": NAMELESS,
        "email": "",
        "email_key": _another_key,
        "about": {},
        "password": _no_password,
        "public_id": _another_id,
        "profile_shown_at": None,
        "last_login": None,
        "is_active": False,
        "erased_at": Now(),
    },
    otherwise={"about_language": "one of two words", "language": "one of two words"},
)

PLAIN: Plain = {
    "people_organisation": {
        "slug": "an organisation's",
        "kind": "one of a list",
        "place": "an organisation's",
        "about": "an organisation's",
        "about_language": "one of two words",
    },
}

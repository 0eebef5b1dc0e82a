"""What belongs to one person or one team alone: invitations, ways in, sessions, keys."""

from dataclasses import dataclass

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from colletta.mail.models import Letter
from colletta.people.actions.invite_member import invite_member
from colletta.people.actions.link_sign_in import link_sign_in
from colletta.people.actions.withdraw_invitation import withdraw_invitation
from colletta.people.models import Invitation, LinkedSignIn, Role
from colletta.people.openid.claims import Claims
from tests.cast import circolo_aurora, joined
from tests.config.doors.passkey import passkey_of
from tests.config.doors.roles import People
from tests.people.teams import token_in


@dataclass(frozen=True)
class Joining:
    """Link, session, passkey are Bruno's, the recovery Rita's; invitations are to Ada's group."""

    invitation: Invitation
    token: str
    token_taken_back: str
    letter: Letter
    linked: LinkedSignIn
    session: UserSession
    passkey: Authenticator
    recovery: tuple[str, str]


def join(people: People) -> Joining:
    """All of it is there."""
    bruno = people["supporter"]
    rita = joined("Rita Costa", "rita@posta.example")  # a key is good until its person signs in
    withdrawn, taken_back = _invited(people, "ugo@posta.example")
    withdraw_invitation(organisation_id=circolo_aurora().pk, invitation_id=withdrawn.pk)
    invitation, token = _invited(people, "nuova@posta.example")
    claims = Claims(
        "https://piazza.example", "bruno-1", bruno.email, email_proved=True, name=bruno.name
    )
    return Joining(
        invitation=invitation,
        token=token,
        token_taken_back=taken_back,
        letter=Letter.objects.get(key=f"invitation:{invitation.pk}"),
        linked=link_sign_in(person=bruno, claims=claims, language="it"),
        session=UserSession.objects.create(
            user=bruno, ip="127.0.0.1", user_agent="Telefono", session_key="x" * 32
        ),
        passkey=passkey_of(bruno),
        recovery=(user_pk_to_url_str(rita), default_token_generator.make_token(rita)),
    )


def _invited(people: People, email: str) -> tuple[Invitation, str]:
    invitation = invite_member(
        organisation_id=circolo_aurora().pk,
        by_id=people["owner"].pk,
        email=email,
        role=Role.EDITOR,
        language="it",
    )
    return invitation, token_in(Letter.objects.get(key=f"invitation:{invitation.pk}"))

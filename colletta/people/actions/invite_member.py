"""Offer somebody a place in a team, by mail."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now

from colletta.history.clock import now
from colletta.mail.actions.write_letter import write_letter
from colletta.people.invitations import GOOD_FOR, hash_of, new_token
from colletta.people.models import Invitation, Organisation, Person, Role, email_key

A_DAY = timedelta(days=1)
MOST_IN_A_DAY = 20  # of one organisation
MOST_OF_A_PERSON = 40  # a day, in all their organisations: anybody can found any number of them
MOST_TO_A_MAILBOX = 3  # a day, whoever invites


class TooManyInvitations(Exception):
    """The organisation, whoever invites, or the mailbox had its invitations for today."""


@transaction.atomic
def invite_member(
    *, organisation_id: int, by_id: int, email: str, role: Role, language: str
) -> Invitation:
    """A mail with a link that is good once, for seven days, is on its way in `language`.

    It is the same mail whether somebody with this address has joined or not. An earlier invitation
    of this organisation to the same mailbox is no longer good. Raises TooManyInvitations.
    """
    team = Organisation.objects.select_for_update().get(pk=organisation_id)
    key, at = email_key(email), now()
    lately = Invitation.objects.filter(invited_at__gt=at - A_DAY)
    if lately.filter(organisation=team).count() >= MOST_IN_A_DAY:
        raise TooManyInvitations(team.name)
    if lately.filter(invited_by_id=by_id).count() >= MOST_OF_A_PERSON:
        raise TooManyInvitations(f"person:{by_id}")
    if lately.filter(email_key=key).count() >= MOST_TO_A_MAILBOX:
        raise TooManyInvitations(email)
    waiting = Invitation.objects.filter(organisation=team, email_key=key)
    waiting.filter(accepted_at=None, withdrawn_at=None).update(withdrawn_at=Now())
    token = new_token()
    invitation = Invitation.objects.create(
        organisation=team,
        email=email,
        email_key=key,
        role=role,
        token_hash=hash_of(token),
        invited_by_id=by_id,
        invited_at=at,
        expires_at=at + GOOD_FOR,
    )
    _write(invitation, token, language)
    return invitation


def _write(invitation: Invitation, token: str, language: str) -> None:
    path = f"/{language}/people/organisations/invitations/{token}/"
    write_letter(
        key=f"invitation:{invitation.pk}",
        kind="organisation.invitation",
        to=invitation.email,
        language=language,
        template="people/letters/invitation",
        secret=True,
        context={
            "organisation": invitation.organisation.name,
            "inviter": Person.objects.get(pk=invitation.invited_by_id).name,
            "role": Role(invitation.role).label,  # lazy: said in the language of the mail
            "link": f"{settings.COLLETTA_URL}{path}",
            "days": GOOD_FOR.days,
        },
    )

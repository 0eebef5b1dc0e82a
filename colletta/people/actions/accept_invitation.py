"""Take the place that was offered."""

from django.db import transaction
from django.db.models.functions import Now

from colletta.history.actions.record import record
from colletta.people.invitations import hash_of
from colletta.people.models import Invitation, Membership


class InvitationIsOver(Exception):
    """The link was used, withdrawn, has expired, or never was."""


@transaction.atomic
def accept_invitation(*, token: str, person_id: int) -> Membership:
    """The person has the place, and the link is good for nobody any more.

    Whoever holds the mail may take it up under the address they joined with. A person who is in the
    team already keeps their role. Raises InvitationIsOver.
    """
    waiting = Invitation.objects.open().select_for_update(of=("self",))
    invitation = waiting.filter(token_hash=hash_of(token)).first()
    if invitation is None:
        raise InvitationIsOver
    Invitation.objects.filter(pk=invitation.pk).update(accepted_at=Now(), accepted_by_id=person_id)
    place, new = Membership.objects.get_or_create(
        organisation_id=invitation.organisation_id,
        person_id=person_id,
        defaults={"role": invitation.role},
    )
    if new:
        record(
            "organisation.member_joined",
            about=f"organisation:{invitation.organisation_id}",
            by=f"person:{person_id}",
            details={"role": invitation.role},
        )
    return place

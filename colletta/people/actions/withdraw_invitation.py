"""Take an invitation back."""

from django.db.models.functions import Now

from colletta.people.models import Invitation


def withdraw_invitation(*, organisation_id: int, invitation_id: int) -> bool:
    """The link is no longer good; True when it was until now."""
    waiting = Invitation.objects.open().filter(organisation_id=organisation_id)
    return waiting.filter(pk=invitation_id).update(withdrawn_at=Now()) == 1

"""Taking an invitation back."""

import pytest

from colletta.people.actions.invite_member import invite_member
from colletta.people.actions.withdraw_invitation import withdraw_invitation
from colletta.people.models import Invitation, Role
from tests.people.teams import founded_by, somebody

pytestmark = pytest.mark.django_db


def test_it_is_taken_back_once_and_by_its_own_team_alone() -> None:
    ada = somebody("Ada")
    ours, theirs = founded_by(ada), founded_by(ada, name="Coro")
    invitation = invite_member(
        organisation_id=ours.pk,
        by_id=ada.pk,
        email="b@posta.example",
        role=Role.EDITOR,
        language="en",
    )
    assert not withdraw_invitation(organisation_id=theirs.pk, invitation_id=invitation.pk)
    assert withdraw_invitation(organisation_id=ours.pk, invitation_id=invitation.pk)
    assert not withdraw_invitation(organisation_id=ours.pk, invitation_id=invitation.pk)
    assert not Invitation.objects.open().exists()

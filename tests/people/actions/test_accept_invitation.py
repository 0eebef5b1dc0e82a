"""Taking up an invitation."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F

from colletta.history.models import Fact
from colletta.mail.models import Letter
from colletta.people.actions.accept_invitation import InvitationIsOver, accept_invitation
from colletta.people.actions.invite_member import invite_member
from colletta.people.actions.withdraw_invitation import withdraw_invitation
from colletta.people.models import Invitation, Membership, Organisation, Role
from tests.database import Database
from tests.people.teams import founded_by, place_of, somebody, token_in


@pytest.fixture
def organisation(db: None) -> Organisation:
    return founded_by(somebody("Ada"))


def link_to(organisation: Organisation) -> str:
    invite_member(
        organisation_id=organisation.pk,
        by_id=somebody("Ada").pk,
        email="bruno@posta.example",
        role=Role.TREASURER,
        language="it",
    )
    return token_in(Letter.objects.latest("pk"))


def test_who_takes_it_up_has_the_role_that_was_offered(organisation: Organisation) -> None:
    bruno = somebody("Bruno")
    place = accept_invitation(token=link_to(organisation), person_id=bruno.pk)
    assert (place.organisation, place.role) == (organisation, Role.TREASURER)
    assert Fact.objects.get(kind="organisation.member_joined").by == f"person:{bruno.pk}"


def test_a_link_is_good_once(organisation: Organisation) -> None:
    token = link_to(organisation)
    accept_invitation(token=token, person_id=somebody("Bruno").pk)
    with pytest.raises(InvitationIsOver):
        accept_invitation(token=token, person_id=somebody("Carla").pk)
    assert Membership.objects.count() == 2


def test_a_link_ends_after_its_days(organisation: Organisation) -> None:
    token = link_to(organisation)
    Invitation.objects.update(expires_at=F("invited_at") - timedelta(seconds=1))
    with pytest.raises(InvitationIsOver):
        accept_invitation(token=token, person_id=somebody("Bruno").pk)


def test_a_link_that_was_taken_back_is_good_for_nobody(organisation: Organisation) -> None:
    token = link_to(organisation)
    invitation = Invitation.objects.get()
    assert withdraw_invitation(organisation_id=organisation.pk, invitation_id=invitation.pk)
    with pytest.raises(InvitationIsOver):
        accept_invitation(token=token, person_id=somebody("Bruno").pk)


def test_an_altered_link_is_good_for_nobody(organisation: Organisation) -> None:
    token = link_to(organisation)
    altered = ("A" if token[0] != "A" else "B") + token[1:]
    with pytest.raises(InvitationIsOver):
        accept_invitation(token=altered, person_id=somebody("Bruno").pk)


def test_an_owner_is_not_made_less_by_a_link(organisation: Organisation) -> None:
    bruno = somebody("Bruno")
    place_of(bruno, organisation, Role.OWNER)
    assert accept_invitation(token=link_to(organisation), person_id=bruno.pk).role == Role.OWNER


def test_of_two_who_open_the_link_at_once_one_comes_in(fresh_database: Database) -> None:
    token = link_to(founded_by(somebody("Ada")))
    people = [somebody(name).pk for name in ("Bruno", "Carla", "Dora", "Elena")]

    def take_up(person_id: int) -> bool:
        try:
            accept_invitation(token=token, person_id=person_id)
        except InvitationIsOver:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(take_up, people)) == [False, False, False, True]

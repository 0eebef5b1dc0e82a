"""Leaving a team."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction

from colletta.history.models import Fact
from colletta.people.actions.leave_team import LastOwner, leave_team
from colletta.people.models import Membership, Organisation, Role
from tests.database import Database
from tests.people.teams import founded_by, place_of, somebody


@pytest.mark.django_db
def test_a_member_leaves_and_it_is_told() -> None:
    ada, bruno = somebody("Ada"), somebody("Bruno")
    organisation = founded_by(ada)
    place_of(bruno, organisation, Role.EDITOR)
    leave_team(organisation_id=organisation.pk, person_id=bruno.pk, by_id=bruno.pk)
    assert not Organisation.objects.of(bruno).exists()
    assert Fact.objects.get(kind="organisation.member_left").details == {"person": bruno.pk}


@pytest.mark.django_db
def test_the_last_owner_cannot_leave() -> None:
    ada = somebody("Ada")
    organisation = founded_by(ada)
    place_of(somebody("Bruno"), organisation, Role.EDITOR)
    with pytest.raises(LastOwner):
        leave_team(organisation_id=organisation.pk, person_id=ada.pk, by_id=ada.pk)


@pytest.mark.django_db
def test_who_is_not_in_the_team_cannot_leave_it() -> None:
    organisation, bruno = founded_by(somebody("Ada")), somebody("Bruno")
    with pytest.raises(Membership.DoesNotExist):
        leave_team(organisation_id=organisation.pk, person_id=bruno.pk, by_id=bruno.pk)


def test_of_two_owners_who_leave_at_once_one_stays(fresh_database: Database) -> None:
    ada, bruno = somebody("Ada"), somebody("Bruno")
    organisation = founded_by(ada)
    place_of(bruno, organisation, Role.OWNER)

    def leave(person_id: int) -> bool:
        try:
            leave_team(organisation_id=organisation.pk, person_id=person_id, by_id=person_id)
        except LastOwner:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(leave, [ada.pk, bruno.pk])) == [False, True]


def test_the_database_keeps_an_owner_whatever_the_code_does(fresh_database: Database) -> None:
    ada = somebody("Ada")
    organisation = founded_by(ada)
    place_of(somebody("Bruno"), organisation, Role.EDITOR)
    with pytest.raises(IntegrityError, match="would have no owner"), transaction.atomic():
        Membership.objects.filter(person=ada).delete()

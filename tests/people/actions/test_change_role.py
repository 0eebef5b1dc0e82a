"""Another role in a team."""

import pytest

from colletta.people.actions.change_role import change_role
from colletta.people.actions.leave_team import LastOwner
from colletta.people.models import Organisation, Role
from tests.people.teams import founded_by, place_of, somebody

pytestmark = pytest.mark.django_db


def test_the_role_says_what_a_member_may_do() -> None:
    ada, bruno = somebody("Ada"), somebody("Bruno")
    organisation = founded_by(ada)
    place_of(bruno, organisation, Role.TREASURER)
    assert not Organisation.objects.editable_by(bruno).exists()
    change_role(organisation_id=organisation.pk, person_id=bruno.pk, role=Role.EDITOR, by_id=ada.pk)
    assert list(Organisation.objects.editable_by(bruno)) == [organisation]
    assert not Organisation.objects.led_by(bruno).exists()


def test_the_last_owner_stays_owner_until_there_is_another() -> None:
    ada, bruno = somebody("Ada"), somebody("Bruno")
    organisation = founded_by(ada)
    place_of(bruno, organisation, Role.EDITOR)
    terms = {"organisation_id": organisation.pk, "by_id": ada.pk}
    with pytest.raises(LastOwner):
        change_role(person_id=ada.pk, role=Role.EDITOR, **terms)
    change_role(person_id=bruno.pk, role=Role.OWNER, **terms)
    change_role(person_id=ada.pk, role=Role.EDITOR, **terms)
    assert list(Organisation.objects.led_by(bruno)) == [organisation]

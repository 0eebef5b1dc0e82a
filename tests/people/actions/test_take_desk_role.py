"""Somebody no longer works at the desk."""

import pytest

from colletta.history.models import Fact
from colletta.people.actions.give_desk_role import give_desk_role
from colletta.people.actions.take_desk_role import take_desk_role
from colletta.people.desk import roles_of
from colletta.people.models import DeskRole
from tests.cast import carla

pytestmark = pytest.mark.django_db


def test_a_role_is_taken_once_and_leaves_the_others() -> None:
    for role in (DeskRole.Role.OPERATOR, DeskRole.Role.TREASURER):
        give_desk_role(person_id=carla().pk, role=role)
    assert take_desk_role(person_id=carla().pk, role=DeskRole.Role.OPERATOR)
    assert not take_desk_role(person_id=carla().pk, role=DeskRole.Role.OPERATOR)
    assert roles_of(carla()) == {"treasurer"}
    assert Fact.objects.filter(kind="desk_role.taken").count() == 1

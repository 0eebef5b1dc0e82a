"""Somebody is let to work at the desk."""

import pytest

from colletta.history.models import Fact
from colletta.people.actions.give_desk_role import give_desk_role
from colletta.people.desk import roles_of
from colletta.people.models import DeskRole
from tests.cast import carla

pytestmark = pytest.mark.django_db


def test_a_role_is_given_once() -> None:
    assert give_desk_role(person_id=carla().pk, role=DeskRole.Role.OPERATOR)
    assert not give_desk_role(person_id=carla().pk, role=DeskRole.Role.OPERATOR)
    assert roles_of(carla()) == {"operator"}
    fact = Fact.objects.get(kind="desk_role.given")
    assert (fact.about, fact.details) == (f"person:{carla().pk}", {"role": "operator"})

"""People whom a demonstration put at the desk."""

import pytest

from colletta.cli.doctor.desk import judge_desk
from colletta.cli.doctor.examination import stopping
from colletta.people.actions.give_desk_role import give_desk_role
from colletta.people.models import Person
from colletta.people.models.desk_role import Role

pytestmark = pytest.mark.django_db


def at_the_desk(email: str) -> None:
    person = Person.objects.create_person(email=email, name="Carla Neri")
    give_desk_role(person_id=person.pk, role=Role.OPERATOR)


def test_people_of_a_demonstration_keep_a_real_site_from_starting() -> None:
    at_the_desk("carla@banco.example")
    found = list(judge_desk(demonstration=False))
    assert "carla@banco.example operator" in found[0].fault
    assert stopping(found, "serve") == found


def test_in_a_demonstration_they_are_at_home() -> None:
    at_the_desk("carla@banco.example")
    assert list(judge_desk(demonstration=True)) == []


def test_people_with_a_mailbox_are_left_in_peace() -> None:
    at_the_desk("carla@example.org")
    assert list(judge_desk(demonstration=False)) == []

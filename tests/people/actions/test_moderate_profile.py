"""A moderator hides a profile, whatever its person chose."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.people.actions.edit_profile import edit_profile
from colletta.people.actions.moderate_profile import moderate_profile
from colletta.people.models import Person
from tests.cast import bruno

pytestmark = pytest.mark.django_db


def seen() -> bool:
    return Person.objects.with_page().filter(email="bruno@posta.example").exists()


def show() -> None:
    edit_profile(person_id=bruno().pk, name="Bruno", about="", language="it", shown=True, at=now())


def test_a_hidden_profile_stays_hidden_when_its_person_shows_it_again() -> None:
    show()
    assert seen()
    for _ in range(2):
        moderate_profile(person_id=bruno().pk, hidden=True, by="person:1", at=now())
    show()
    assert not seen()
    assert Fact.objects.filter(kind="person.hidden").count() == 1


def test_given_back_it_is_as_its_person_chose() -> None:
    show()
    moderate_profile(person_id=bruno().pk, hidden=True, by="person:1", at=now())
    moderate_profile(person_id=bruno().pk, hidden=False, by="person:1", at=now())
    assert seen()

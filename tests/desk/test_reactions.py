"""The desk hears of a brake by letter, once."""

import pytest

from colletta.desk.reactions import tell_the_desk_of_a_brake
from colletta.history.models import Fact
from colletta.limits.actions.count_failure import count_failure
from colletta.limits.table import BRAKES
from colletta.mail.models import Letter
from colletta.people.models import DeskRole
from tests.cast import bruno, carla
from tests.limits.tries import a_try

pytestmark = pytest.mark.django_db


def test_everybody_with_a_role_gets_one_letter() -> None:
    bruno()
    for role in ("operator", "treasurer"):
        DeskRole.objects.create(person=carla(), role=role)
    for _ in range(BRAKES["campaign"].most):
        count_failure(reference=a_try())
    fact = Fact.objects.get(kind="brake.set")
    tell_the_desk_of_a_brake(fact)
    tell_the_desk_of_a_brake(fact)
    letter = Letter.objects.get()
    assert letter.to == "carla@posta.example"
    assert "/it/desk/" in letter.text
    assert "/it/desk/" in letter.html

"""A brake is released by hand or by a quiet hour."""

import pytest

from colletta.history.clock import now
from colletta.history.models import Fact
from colletta.limits.actions.release_brake import BrakeIsOff, release_brake
from colletta.limits.models import Brake
from tests.limits.tries import a_try

pytestmark = pytest.mark.django_db


def test_who_released_it_and_why_is_kept() -> None:
    brake = Brake.objects.create(subject="campaign:1", refusals=30)
    release_brake(brake_id=brake.pk, at=now(), by="person:3", reason="A radio appeal.")
    brake.refresh_from_db()
    assert (brake.released_by, brake.reason) == ("person:3", "A radio appeal.")
    assert Fact.objects.get(kind="brake.released").by == "person:3"
    a_try()


def test_it_is_released_once() -> None:
    brake = Brake.objects.create(subject="campaign:1", refusals=30)
    release_brake(brake_id=brake.pk, at=now())
    with pytest.raises(BrakeIsOff):
        release_brake(brake_id=brake.pk, at=now())

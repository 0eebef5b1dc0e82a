"""What the worker does for limits."""

from datetime import timedelta

import pytest

from colletta.history.clock import now
from colletta.limits.jobs import forget, release_brakes
from colletta.limits.models import Attempt, Brake, Count
from colletta.limits.table import KEPT, QUIET
from tests.limits.tries import a_try

pytestmark = pytest.mark.django_db


def test_what_was_tried_is_forgotten() -> None:
    a_try()
    old = now() - KEPT - timedelta(minutes=1)
    Count.objects.update(begun_at=old)
    Attempt.objects.update(at=old)
    a_try()
    kept = Count.objects.count()
    forget(timestamp=0)
    assert Attempt.objects.count() == 1
    assert 0 < Count.objects.count() < kept


def test_a_brake_is_released_after_a_quiet_hour() -> None:
    recent = Brake.objects.create(subject="campaign:1", refusals=30)
    quiet = Brake.objects.create(subject="campaign:2", refusals=30)
    Brake.objects.filter(pk=quiet.pk).update(last_refusal_at=now() - QUIET - timedelta(seconds=1))
    release_brakes(timestamp=0)
    assert list(Brake.objects.filter(released_at=None)) == [recent]

"""Paid tries speak for whoever gives there."""

import pytest

from colletta.limits.actions.count_success import count_success
from colletta.limits.models import Attempt
from tests.limits.tries import a_try

pytestmark = pytest.mark.django_db


def test_a_try_is_paid_once() -> None:
    reference = a_try()
    count_success(reference=reference)
    first = Attempt.objects.get(reference=reference).paid_at
    assert first is not None
    count_success(reference=reference)
    assert Attempt.objects.get(reference=reference).paid_at == first


def test_what_never_passed_the_gate_is_no_success() -> None:
    count_success(reference="form:unknown")
    assert not Attempt.objects.exists()

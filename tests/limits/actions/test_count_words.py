"""Words to others are counted by address."""

import pytest

from colletta.limits.actions.count_words import count_words
from colletta.limits.actions.pass_gate import TooManyTries
from colletta.limits.table import PERSONAL

pytestmark = pytest.mark.django_db


def test_who_sends_too_many_has_to_wait_and_another_address_has_not() -> None:
    for _ in range(PERSONAL["words"][0].most):
        count_words(kind="report", address="192.0.2.7")
    with pytest.raises(TooManyTries):
        count_words(kind="report", address="192.0.2.7")
    count_words(kind="report", address="192.0.2.8")
    count_words(kind="message", address="192.0.2.7")

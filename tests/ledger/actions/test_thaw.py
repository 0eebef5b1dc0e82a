"""Money moves again."""

import pytest

from colletta.history.models import Fact
from colletta.ledger.actions.freeze import freeze
from colletta.ledger.actions.thaw import thaw
from tests.ledger.books import book, frozen_since, gift

pytestmark = pytest.mark.django_db


def test_after_a_thaw_money_moves_again() -> None:
    freeze(reason="a balance has drifted")
    assert thaw(reason="the balance was restored", by="person:3")
    assert frozen_since() is None
    assert book("gift:1", gift(1000)).pk
    fact = Fact.objects.get(kind="money.thawed")
    assert (fact.by, fact.details) == ("person:3", {"reason": "the balance was restored"})


def test_thawing_what_is_not_frozen_changes_nothing() -> None:
    assert not thaw(reason="just in case")
    assert not Fact.objects.exists()

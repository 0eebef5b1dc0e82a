"""A charge asks the same switch as a posting."""

import pytest
from django.db import transaction

from colletta.ledger.actions.freeze import freeze
from colletta.ledger.actions.post import MoneyIsFrozen
from colletta.ledger.switch import require_thawed

pytestmark = pytest.mark.django_db


def test_while_money_moves_a_charge_may_begin() -> None:
    require_thawed()


def test_while_money_is_frozen_no_charge_begins() -> None:
    freeze(reason="a balance has drifted")
    with pytest.raises(MoneyIsFrozen, match="a balance has drifted"), transaction.atomic():
        require_thawed()

"""Random books beside the simplest model of them: a dictionary of sums."""

from collections import Counter
from random import Random

import pytest
from django.db import transaction

from colletta.history.clock import now
from colletta.ledger.actions.post import FundIsEmpty, post
from colletta.ledger.chart import campaign_fund
from colletta.ledger.checks import check_books
from colletta.ledger.models import Account
from colletta.ledger.moves import Move
from tests.ledger.books import CARD, eur, gift

STEPS = 150


def refund(minor: int, campaign: int) -> list[Move]:
    return [
        Move(move.destination, move.source, move.amount) for move in gift(minor, campaign=campaign)
    ]


def payout(minor: int, campaign: int) -> list[Move]:
    return [Move(campaign_fund(campaign, "EUR"), CARD, eur(minor))]


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_any_gifts_refunds_and_payouts_leave_the_balances_of_the_model(seed: int) -> None:
    chance = Random(seed)
    model: Counter[str] = Counter()
    refusals = 0
    for step in range(STEPS):
        kind = chance.choice(["gift", "gift", "refund", "payout"])
        minor, campaign = chance.randint(1, 5000), chance.randint(1, 3)
        transfers = _transfers(kind, minor, campaign)
        after = _moved(model, transfers)
        try:
            with transaction.atomic():
                post(kind=kind, key=f"step:{step}", transfers=transfers, occurred_at=now())
        except FundIsEmpty:
            refusals += 1
            assert any(after[move.source.code] < 0 for move in transfers if move.source.floor == 0)
        else:
            model = after
    booked = dict(Account.objects.exclude(balance=0).values_list("code", "balance"))
    assert booked == {code: balance for code, balance in model.items() if balance}
    assert 0 < refusals < STEPS
    assert [
        result for result in check_books() if _is_of_the_ledger(result.name) and not result.holds
    ] == []


def _transfers(kind: str, minor: int, campaign: int) -> list[Move]:
    if kind == "gift":
        return gift(minor, campaign=campaign)
    return refund(minor, campaign) if kind == "refund" else payout(minor, campaign)


def _moved(model: Counter[str], transfers: list[Move]) -> Counter[str]:
    after = model.copy()
    for move in transfers:
        after[move.source.code] += move.amount.minor * (1 if move.source.normal == "debit" else -1)
        after[move.destination.code] -= move.amount.minor * (
            1 if move.destination.normal == "debit" else -1
        )
    return after


def _is_of_the_ledger(name: str) -> bool:
    """Other rooms ask for a payment behind every gift, which these books do without."""
    return name.startswith("colletta.ledger.")

"""What was booked wrongly is undone in the open."""

import pytest
from django.db import transaction

from colletta.history.clock import now
from colletta.ledger.actions.post import FundIsEmpty, post
from colletta.ledger.actions.reverse import NoSuchPosting, reverse
from colletta.ledger.models import Posting
from colletta.ledger.queries import balances_of
from tests.ledger.books import CARD, FUND, GIVEN, RAISED, eur, gift, payout

pytestmark = pytest.mark.django_db


def book(key: str, transfers: list, kind: str = "gift") -> Posting:
    return post(kind=kind, key=key, transfers=transfers, occurred_at=now())


def test_F73_a_correction_leaves_both_postings_to_be_seen() -> None:
    book("gift:1", gift(5000))
    reversal = reverse(key="gift:1", occurred_at=now())
    book("gift:1:corrected", gift(500))
    kinds = Posting.objects.order_by("pk").values_list("key", "kind")
    assert list(kinds) == [
        ("gift:1", "gift"),
        ("gift:1:reversed", "reversal"),
        ("gift:1:corrected", "gift"),
    ]
    assert reversal.transfers.count() == 2
    assert set(balances_of([CARD, FUND, RAISED, GIVEN]).values()) == {eur(500)}


def test_F73_undoing_twice_undoes_once() -> None:
    book("gift:1", gift(5000))
    at = now()
    assert reverse(key="gift:1", occurred_at=at) == reverse(key="gift:1", occurred_at=at)
    assert set(balances_of([CARD, FUND, RAISED, GIVEN]).values()) == {eur(0)}


def test_F73_a_reversal_can_be_undone_as_well() -> None:
    book("gift:1", gift(5000))
    reverse(key="gift:1", occurred_at=now())
    reverse(key="gift:1:reversed", occurred_at=now())
    assert set(balances_of([CARD, FUND, RAISED, GIVEN]).values()) == {eur(5000)}


def test_money_that_was_paid_out_cannot_be_unbooked() -> None:
    book("gift:1", gift(5000))
    book("payout:1", payout(1), kind="payout")
    with pytest.raises(FundIsEmpty), transaction.atomic():
        reverse(key="gift:1", occurred_at=now())


def test_there_must_be_something_to_undo() -> None:
    with pytest.raises(NoSuchPosting):
        reverse(key="gift:1", occurred_at=now())

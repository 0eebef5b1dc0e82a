"""The only door to the books."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from colletta.history.clock import now
from colletta.ledger.accounts import AccountIsOther
from colletta.ledger.actions.freeze import freeze
from colletta.ledger.actions.post import (
    FundIsEmpty,
    KeyTakenByOtherPosting,
    MoneyIsFrozen,
    NothingToBook,
    PostingOutsideTransaction,
    post,
)
from colletta.ledger.kinds import UnknownKindOfPosting
from colletta.ledger.models import Account, Posting
from colletta.ledger.moves import AccountRef, ImpossibleMove, Move
from colletta.ledger.queries import balance_of, balances_of
from colletta.money import CurrencyMismatch, Money
from tests.database import Database
from tests.ledger.books import CARD, FUND, GIVEN, RAISED, eur, gift, payout

TODAY = datetime(2026, 5, 25, 12, tzinfo=UTC)


def book(key: str = "gift:1", minor: int = 1000, **changes: Any) -> Posting:
    content: dict[str, Any] = {"kind": "gift", "transfers": gift(minor), "occurred_at": TODAY}
    return post(key=key, **(content | changes))


@pytest.mark.django_db
def test_a_gift_moves_four_balances() -> None:
    book(minor=1000)
    assert balances_of([CARD, FUND, RAISED, GIVEN]) == {
        "provider:card:EUR": eur(1000),
        "campaign:1:fund": eur(1000),
        "campaign:1:raised": eur(1000),
        "campaign:1:given": eur(1000),
    }


@pytest.mark.django_db
def test_a_payout_leaves_what_was_raised() -> None:
    book(minor=1000)
    book("payout:1", kind="payout", transfers=payout(400))
    assert balance_of(FUND) == eur(600)
    assert balance_of(RAISED) == eur(1000)


@pytest.mark.django_db
def test_a_refund_lowers_what_was_raised() -> None:
    book(minor=1000)
    back = [Move(FUND, CARD, eur(300)), Move(RAISED, GIVEN, eur(300))]
    book("refund:1", kind="refund", transfers=back)
    assert set(balances_of([CARD, FUND, RAISED, GIVEN]).values()) == {eur(700)}


@pytest.mark.django_db
def test_a_posting_says_when_it_happened_and_when_it_was_booked() -> None:
    before = now()
    posting = book()
    assert posting.occurred_at == TODAY
    assert before <= posting.booked_at <= now()
    assert Posting.objects.get() == posting


@pytest.mark.django_db
def test_an_account_that_nothing_was_booked_on_is_at_zero() -> None:
    assert balance_of(FUND) == eur(0)


@pytest.mark.django_db
def test_booking_on_known_accounts_takes_one_journey() -> None:
    book("gift:1")
    with CaptureQueriesContext(connection) as journeys:
        book("gift:2")
    assert len(journeys) == 1


@pytest.mark.django_db
def test_asking_again_gives_the_posting_that_is_there() -> None:
    first = book()
    assert book() == first
    assert book(transfers=gift(1000)[::-1]) == first
    assert balance_of(FUND) == eur(1000)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"transfers": gift(999)},
        {"transfers": gift(1000)[:1]},
        {"transfers": gift(1000) * 2},
        {"transfers": gift(1000, campaign=2)},
        {"transfers": [Move(FUND, CARD, eur(1000)), Move(RAISED, GIVEN, eur(1000))]},
        {"kind": "payout"},
        {"occurred_at": TODAY + timedelta(seconds=1)},
    ],
)
def test_a_key_never_books_something_else(change: dict[str, Any]) -> None:
    book()
    with pytest.raises(KeyTakenByOtherPosting):
        book(**change)
    assert Posting.objects.count() == 1
    assert balance_of(FUND) == eur(1000)


@pytest.mark.django_db
def test_a_payout_of_more_than_there_is_is_refused_by_name() -> None:
    book(minor=1000)
    with pytest.raises(FundIsEmpty), transaction.atomic():
        book("payout:1", kind="payout", transfers=payout(1001))
    assert balance_of(FUND) == eur(1000)
    assert Posting.objects.count() == 1


@pytest.mark.django_db
def test_frozen_money_is_refused_by_name() -> None:
    book("gift:1")
    freeze(reason="a balance has drifted")
    with pytest.raises(MoneyIsFrozen, match="a balance has drifted"), transaction.atomic():
        book("gift:2")
    assert balance_of(FUND) == eur(1000)


@pytest.mark.django_db
def test_frozen_money_still_answers_what_is_booked() -> None:
    first = book()
    freeze(reason="a balance has drifted")
    assert book() == first


@pytest.mark.django_db
def test_a_posting_without_transfers_is_refused_by_name() -> None:
    with pytest.raises(NothingToBook):
        book(transfers=[])


@pytest.mark.django_db
def test_a_kind_that_nobody_explained_is_refused() -> None:
    with pytest.raises(UnknownKindOfPosting):
        book(kind="gitf")


def test_a_posting_stands_in_the_transaction_of_its_cause(fresh_database: Database) -> None:
    with pytest.raises(PostingOutsideTransaction):
        book()


def test_a_posting_goes_with_its_transaction(fresh_database: Database) -> None:
    with transaction.atomic():
        book()
        transaction.set_rollback(True)
    assert not Posting.objects.exists()
    assert balance_of(FUND) == eur(0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "other",
    [
        AccountRef("campaign:1:fund", "campaign:1", "EUR", "credit", None),
        AccountRef("campaign:1:fund", "campaign:1", "EUR", "debit", 0),
        AccountRef("campaign:1:fund", "campaign:2", "EUR", "credit", 0),
    ],
)
def test_an_account_is_what_it_was_opened_as(other: AccountRef) -> None:
    book()
    with pytest.raises(AccountIsOther):
        book("gift:2", transfers=[Move(CARD, other, eur(1))])


@pytest.mark.django_db
def test_F70_an_account_keeps_its_currency() -> None:
    book()
    fund = AccountRef("campaign:1:fund", "campaign:1", "USD", "credit", 0)
    till = AccountRef("provider:card:USD", "provider:card", "USD", "debit")
    with pytest.raises(AccountIsOther):
        book("gift:2", transfers=[Move(till, fund, Money(1, "USD"))])


def test_F70_a_move_keeps_one_currency() -> None:
    with pytest.raises(CurrencyMismatch):
        Move(CARD, FUND, Money(1, "USD"))


@pytest.mark.parametrize("minor", [0, -1])
def test_F65_a_move_is_more_than_zero(minor: int) -> None:
    with pytest.raises(ImpossibleMove):
        Move(CARD, FUND, eur(minor))


def test_F65_a_move_has_two_ends() -> None:
    with pytest.raises(ImpossibleMove):
        Move(FUND, FUND, eur(1))


@pytest.mark.django_db
def test_accounts_are_opened_once_with_what_they_are() -> None:
    book("gift:1")
    book("gift:2")
    fund = Account.objects.get(code="campaign:1:fund")
    assert (fund.owner, fund.normal, fund.floor) == ("campaign:1", "credit", 0)
    assert Account.objects.count() == 4

"""Questions to the books."""

from collections.abc import Iterable

from colletta.ledger.models import Account
from colletta.ledger.moves import AccountRef
from colletta.money import Money


def balance_of(account: AccountRef) -> Money:
    """The balance of one account; zero when nothing was ever booked on it."""
    return balances_of([account])[account.code]


def balances_of(accounts: Iterable[AccountRef]) -> dict[str, Money]:
    """The balances of many accounts by their codes, in one query."""
    currencies = {account.code: account.currency for account in accounts}
    booked = dict(Account.objects.filter(code__in=currencies).values_list("code", "balance"))
    return {code: Money(booked.get(code, 0), currency) for code, currency in currencies.items()}

"""Sums of money, exact to the minor unit of their currency."""

from colletta.money.currencies import UnknownCurrency, exponent_of
from colletta.money.formatting import format_money
from colletta.money.money import CurrencyMismatch, Money, NotAnAmount, Reason
from colletta.money.splitting import NoShares, percent_of, split
from colletta.money.typed import MOST_MAJOR_UNITS, parse_amount

__all__ = [
    "MOST_MAJOR_UNITS",
    "CurrencyMismatch",
    "Money",
    "NoShares",
    "NotAnAmount",
    "Reason",
    "UnknownCurrency",
    "exponent_of",
    "format_money",
    "parse_amount",
    "percent_of",
    "split",
]

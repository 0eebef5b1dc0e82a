"""Sums, shares and ratios in a folder: exact texts in, whole numbers out."""

import re

from colletta.folders.reading.tables import Table
from colletta.money import MOST_MAJOR_UNITS, Money, NotAnAmount, UnknownCurrency, exponent_of

SHARE = re.compile(r"([0-9]{1,3})(?:\.([0-9]{1,2}))?%", re.ASCII)
RATIO = re.compile(r"([0-9]{1,2})(?:\.([0-9]{1,4}))?", re.ASCII)


def read_currency(table: Table) -> str:
    """The three letters of a known currency; "" after a fault."""
    code = table.text("currency", longest=3)
    try:
        if code:
            exponent_of(code)
    except UnknownCurrency:
        table.fault("currency", f'"{code}" is no currency of ISO 4217. Write one such as "EUR".')
        return ""
    return code


def read_sum(
    table: Table, key: str, currency: str, *, required: bool = False, zero: bool = False
) -> Money | None:
    """A sum in the campaign's currency, unchecked where that is unknown; `zero` allows 0."""
    value = table.take(key, required=required)
    if value is None or not currency:
        return None
    if not isinstance(value, str):
        table.fault(key, f'Write the sum in quotes, with its decimals: "{example(currency)}".')
        return None
    reason, money = sum_or_reason(value, currency, zero=zero)
    if reason:
        table.fault(key, reason)
    return money


def sum_or_reason(text: str, currency: str, *, zero: bool = False) -> tuple[str, Money | None]:
    """("", the sum), or why the text is none and what to write."""
    try:
        money = Money.parse(text, currency)
    except NotAnAmount:
        return f'"{text[:40]}" is no sum in {currency}. Write it like "{example(currency)}".', None
    if money.minor == 0 and not zero:
        return "The sum must be more than zero.", None
    if money.minor > MOST_MAJOR_UNITS * 10 ** exponent_of(currency):
        return f"The sum is above {MOST_MAJOR_UNITS} {currency}. Check its digits.", None
    return "", money


def example(currency: str) -> str:
    """How a sum of a currency is written."""
    return Money(3500 * 10 ** exponent_of(currency), currency).major()


def read_share(table: Table, key: str, *, required: bool = False, zero: bool = False) -> int | None:
    """A percentage such as "40%", in hundredths of a percent (4000)."""
    value = table.take(key, required=required)
    if value is None:
        return None
    found = SHARE.fullmatch(value) if isinstance(value, str) else None
    share = in_parts(found, 2) if found else -1
    if not (0 if zero else 1) <= share <= 100_00:
        table.fault(key, 'Write a share of at most a hundred percent, in quotes: "40%", "33.33%".')
        return None
    return share


def read_ratio(table: Table, key: str, *, required: bool = False) -> int | None:
    """A ratio such as "1.0" above 0 and at most 10, in ten-thousandths (10000)."""
    value = table.take(key, required=required)
    if value is None:
        return None
    found = RATIO.fullmatch(value) if isinstance(value, str) else None
    ratio = in_parts(found, 4) if found else -1
    if not 0 < ratio <= 10_0000:
        table.fault(key, 'Write a ratio above 0 and at most 10, in quotes: "1.0", "0.5".')
        return None
    return ratio


def in_parts(found: re.Match[str], decimals: int) -> int:
    """A decimal number as a whole number of its smallest parts."""
    return int(found[1] + (found[2] or "").ljust(decimals, "0"))

"""Amounts as people type them, read by the language of the page or refused with the reason."""

import re
from functools import lru_cache

from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol

from colletta.money.currencies import exponent_of
from colletta.money.money import Money, NotAnAmount, Reason

MOST_MAJOR_UNITS = 10**9
_LONGEST = 40  # characters; nothing longer is looked at
_BLANKS = "[ \u00a0\u202f]?"  # an ordinary blank, or the two that do not break


def parse_amount(text: str, language: str, currency: str) -> Money:
    """Read an amount: "20", "20,5", "20,00", "1.000,00", "20 €", "€20" and "20 EUR" in Italian.

    What could be meant in two ways is refused, never guessed: "1.5" is no amount in Italian, nor
    is "1,000" with a currency of two decimals. Positive and at most 10^9 major units. Raises
    NotAnAmount with the reason, and UnknownCurrency.
    """
    exponent = exponent_of(currency)
    number = _without_currency(text, language, currency)
    found = _shape(get_group_symbol(language), get_decimal_symbol(language)).fullmatch(number)
    if found is None:
        raise NotAnAmount(text, _why_not(number))
    decimals = found["decimals"] or ""
    if len(decimals) > exponent:
        raise NotAnAmount(text, Reason.DECIMALS)
    whole = re.sub("[^0-9]", "", found["whole"])
    minor = int(whole + decimals.ljust(exponent, "0"))
    if minor == 0:
        raise NotAnAmount(text, Reason.NOT_POSITIVE)
    if minor > MOST_MAJOR_UNITS * 10**exponent:
        raise NotAnAmount(text, Reason.TOO_MUCH)
    return Money(minor, currency)


def _without_currency(text: str, language: str, currency: str) -> str:
    if not text or len(text) > _LONGEST:
        raise NotAnAmount(text, Reason.NOT_A_NUMBER if text else Reason.EMPTY)
    sign = re.escape(get_currency_symbol(currency, language))
    name = f"(?:{sign}|{currency})"
    found = re.fullmatch(f"(?:{name}{_BLANKS})?([0-9.,'-]+)|([0-9.,'-]+){_BLANKS}{name}", text)
    if found is not None:
        return str(found[1] or found[2])
    foreign = re.fullmatch(r"[0-9.,]+ ?([A-Z]{3}|[$€£¥])|([A-Z]{3}|[$€£¥]) ?[0-9.,]+", text)
    raise NotAnAmount(text, Reason.OTHER_CURRENCY if foreign else Reason.NOT_A_NUMBER)


@lru_cache(maxsize=16)
def _shape(group: str, decimal: str) -> re.Pattern[str]:
    """Thousands marked everywhere or nowhere, no needless zero in front, decimals after."""
    marked = rf"[1-9][0-9]{{0,2}}(?:{re.escape(group)}[0-9]{{3}})+"
    return re.compile(
        rf"(?P<whole>0|[1-9][0-9]*|{marked})(?:{re.escape(decimal)}(?P<decimals>[0-9]+))?"
    )


def _why_not(number: str) -> Reason:
    if re.fullmatch(r"-[0-9.,]+", number):
        return Reason.NOT_POSITIVE
    if re.fullmatch(r"[0-9]+[0-9.,']*[0-9]", number) and re.search("[.,']", number):
        return Reason.SEPARATORS
    return Reason.NOT_A_NUMBER

"""Sums as people read them in their language."""

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

from colletta.money.currencies import exponent_of

if TYPE_CHECKING:
    from colletta.money.money import Money


@lru_cache(maxsize=4096)
def format_money(money: "Money", language: str, trim: bool = False) -> str:  # noqa: FBT001, FBT002
    """The sum in a language: "3.531,00 €" in Italian, "€3,531.00" in English.

    With `trim` a whole sum loses its decimals: "3.531 €". Blanks do not break across lines.
    """
    exponent = exponent_of(money.currency)
    decimals = 0 if trim and money.minor % 10**exponent == 0 else exponent
    locale = Locale.parse(language, sep="-")
    exact = Decimal(money.minor).scaleb(-exponent)
    written: str = _pattern(language, decimals).apply(
        exact, locale, currency=money.currency, currency_digits=False
    )
    return written


@lru_cache(maxsize=64)
def _pattern(language: str, decimals: int) -> NumberPattern:
    # CLDR has its own opinion on decimals (none for ALL, RSD, LBP …); ISO 4217 decides here.
    standard = Locale.parse(language, sep="-").currency_formats["standard"].pattern
    pattern = parse_pattern(standard)
    pattern.frac_prec = (decimals, decimals)
    return pattern

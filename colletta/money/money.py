"""A sum of money: whole minor units (cents, yen, fils) of one currency."""

import re
from dataclasses import dataclass
from enum import StrEnum

from colletta.money.currencies import exponent_of
from colletta.money.formatting import format_money

# A balance is a 64-bit integer in the database; fifteen digits before the point always fit.
_STRICT = re.compile(r"(?P<sign>-?)(?P<major>0|[1-9][0-9]{0,14})(?:\.(?P<minor>[0-9]+))?", re.ASCII)


class CurrencyMismatch(TypeError):
    """Two currencies met in one sum or comparison."""


class Reason(StrEnum):
    """Why something is not an amount; whoever speaks to people puts it into words."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not a number"
    OTHER_CURRENCY = "names another currency"
    SEPARATORS = "points and commas are not where this language has them"
    DECIMALS = "decimals do not fit the currency"
    NOT_POSITIVE = "not more than zero"
    TOO_MUCH = "too much"


class NotAnAmount(ValueError):
    """A text that is not an amount, with the reason."""

    def __init__(self, text: str, reason: Reason) -> None:
        super().__init__(f"{text[:40]!r} is not an amount: {reason}")
        self.reason = reason


@dataclass(frozen=True)
class Money:
    """`minor` whole minor units of `currency` (ISO 4217). Ordered within one currency."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError(f"{self.minor!r} is not a whole number of minor units")
        exponent_of(self.currency)

    @classmethod
    def parse(cls, text: str, currency: str, *, signed: bool = False) -> "Money":
        """Read a sum in major units with exactly the currency's decimals: "3500.00", "3500" (JPY).

        ASCII digits, no blanks, no needless zero in front, a minus only when `signed`. Raises
        NotAnAmount and UnknownCurrency.
        """
        exponent = exponent_of(currency)
        found = _STRICT.fullmatch(text)
        if found is None or (found["sign"] and not signed):
            raise NotAnAmount(text, Reason.NOT_A_NUMBER if text else Reason.EMPTY)
        decimals = found["minor"] or ""
        if len(decimals) != exponent or (exponent == 0 and "." in text):
            raise NotAnAmount(text, Reason.DECIMALS)
        return cls(int(found["sign"] + found["major"] + decimals), currency)

    def major(self) -> str:
        """The sum in major units, as `parse` reads it: "3500.00"."""
        exponent = exponent_of(self.currency)
        digits = str(abs(self.minor)).rjust(exponent + 1, "0")
        sign = "-" if self.minor < 0 else ""
        if exponent == 0:
            return sign + digits
        return f"{sign}{digits[:-exponent]}.{digits[-exponent:]}"

    def written(self, language: str, *, trim: bool = False) -> str:
        """The sum as people read it in a language; `trim` drops the decimals of a whole one."""
        return format_money(self, language, trim=trim)

    def __str__(self) -> str:
        return f"{self.major()} {self.currency}"

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __mul__(self, times: int) -> "Money":
        if type(times) is not int:
            raise TypeError("money is multiplied by whole numbers; split() makes parts")
        return Money(self.minor * times, self.currency)

    __rmul__ = __mul__

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: "Money") -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: "Money") -> bool:
        return self.minor >= self._same(other)

    def _same(self, other: "Money") -> int:
        if not isinstance(other, Money):
            raise TypeError(f"{other!r} is not money")
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self} and {other} are different currencies")
        return other.minor

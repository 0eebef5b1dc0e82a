"""What a posting is made of: amounts moved from one named account to another."""

from dataclasses import dataclass
from typing import Literal

from colletta.money import CurrencyMismatch, Money

Side = Literal["debit", "credit"]


class ImpossibleMove(ValueError):
    """An amount that is not more than zero, or an account that would pay itself."""


@dataclass(frozen=True)
class AccountRef:
    """An account by everything that it is; it is opened when it is first used.

    `code` is unique; `owner` is an opaque reference. A debit-normal balance is debits minus
    credits, a credit-normal one the reverse. `floor` is in minor units, none for no limit.
    """

    code: str
    owner: str
    currency: str
    normal: Side
    floor: int | None = None


@dataclass(frozen=True)
class Move:
    """`source` is debited and `destination` credited by `amount`.

    A gift moves from the provider's clearing account to the campaign's fund. Raises ImpossibleMove
    and CurrencyMismatch when it is made; the database refuses the same by itself.
    """

    source: AccountRef
    destination: AccountRef
    amount: Money

    def __post_init__(self) -> None:
        if self.amount.minor <= 0:
            raise ImpossibleMove(f"{self.amount} is not more than zero")
        if self.source.code == self.destination.code:
            raise ImpossibleMove(f"{self.source.code} would pay itself")
        if {self.source.currency, self.destination.currency} != {self.amount.currency}:
            raise CurrencyMismatch(
                f"{self.amount} from {self.source.code} ({self.source.currency}) "
                f"to {self.destination.code} ({self.destination.currency})"
            )
